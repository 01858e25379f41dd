import type { LocalDate } from '../../../workflows/kernel';
import type { SubjectKind } from '../../../workflows/rulebook';
import type { RowReader } from '../../platform/persistence';
import type { RulesOwner } from '../cases/tier-rules';

/** Cases of a dossier that the rules on papers and age do not tell apart. */
export interface NominationsAlike {
  readonly tier: string;
  readonly subjectKind: SubjectKind;
  readonly commendation: string;
  readonly achievedTo: LocalDate;
  /** 1 when they take the simple procedure. */
  readonly isSimple: number;
  readonly caseCount: number;
}

/** The cases of a dossier that were not withdrawn, those alike together. */
export function readNominations(rows: RowReader, dossierId: string): Promise<readonly NominationsAlike[]> {
  return rows.rows<NominationsAlike>(
    `SELECT tier, subject_kind AS "subjectKind", commendation, achieved_to AS "achievedTo", is_simple AS "isSimple",
       COUNT(*) AS "caseCount"
     FROM award_cases WHERE dossier_id = ? AND state <> 'withdrawn'
     GROUP BY tier, subject_kind, commendation, achieved_to, is_simple
     ORDER BY tier, subject_kind, commendation, achieved_to, is_simple`,
    [dossierId],
  );
}

/** Whose rules hold for a dossier. Throws when there is no such dossier. */
export async function readRulesOwner(rows: RowReader, dossierId: string): Promise<RulesOwner> {
  const [owner] = await rows.rows<RulesOwner>(
    `SELECT u.path AS "authorityPath",
       (SELECT p.rulebook_release FROM campaigns p WHERE p.id = d.campaign_id) AS "release"
     FROM dossiers d JOIN units u ON u.id = d.authority_unit_id WHERE d.id = ?`,
    [dossierId],
  );
  if (!owner) throw new Error(`The dossier ${dossierId} has no receiving unit`);
  return owner;
}
