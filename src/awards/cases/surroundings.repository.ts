import type { Instant, LocalDate } from '../../../workflows/kernel';
import type { GovernmentLevel } from '../../../workflows/rulebook';
import type { SubjectRef } from '../../people';
import type { RowReader } from '../../platform/persistence';
import type { DossierState } from '../dossiers/dossier-states';

/** What the dossier of a case and the ledgers say of it. */
export interface CaseSurroundings {
  readonly dossierState: DossierState;
  /** Path of the unit that nominates. */
  readonly unitPath: string;
  readonly campaignId: string | null;
  readonly cycleId: string | null;
  readonly submittedAt: Instant | null;
  /** The day that the dossier bears. */
  readonly datedOn: LocalDate;
  readonly authorityLevel: GovernmentLevel;
  /** Path of the unit that receives the dossier: its rules hold. */
  readonly authorityPath: string;
  /** The release of the rules that its campaign pinned; null where there is none. */
  readonly release: string | null;
  readonly paperCount: number;
  /** Another case rests on the achievement. */
  readonly isUsed: boolean;
  /** Something about the subject is pending on that day. */
  readonly isFrozen: boolean;
  /** The level above has a case of its own for this one. */
  readonly hasSuccessor: boolean;
  /** The campaign is concluded or cancelled. */
  readonly campaignIsOver: boolean;
}

/** What is looked up for a case. */
export interface SurroundingsQuestion {
  readonly dossierId: string;
  readonly caseId: string;
  readonly achievementId: string;
  /** The case that has the achievement, when this one came up from it. */
  readonly rootCaseId: string | null;
  readonly subject: SubjectRef;
  readonly on: LocalDate;
}

/** What the dossier says, whichever of its cases is asked about. */
export type DossierAround = Omit<CaseSurroundings, 'isUsed' | 'isFrozen' | 'hasSuccessor'>;

/** The same as it is stored. */
export interface StoredDossierAround extends Omit<DossierAround, 'paperCount' | 'campaignIsOver'> {
  readonly papers: string;
  readonly campaignState: string | null;
}

interface StoredSurroundings extends StoredDossierAround {
  readonly isUsed: number;
  readonly isFrozen: number;
  readonly hasSuccessor: number;
}

/** A campaign in these states has come to its end. */
const OVER: ReadonlySet<string> = new Set(['concluded', 'cancelled']);

/** What a dossier `d` says of its cases. */
export const DOSSIER_AROUND = `d.state AS "dossierState", d.unit_path AS "unitPath", d.campaign_id AS "campaignId", d.cycle_id AS "cycleId",
  d.submitted_at AS "submittedAt", d.dated_on AS "datedOn", d.authority_level AS "authorityLevel", d.papers,
  (SELECT a.path FROM units a WHERE a.id = d.authority_unit_id) AS "authorityPath",
  (SELECT p.rulebook_release FROM campaigns p WHERE p.id = d.campaign_id) AS "release",
  (SELECT p.state FROM campaigns p WHERE p.id = d.campaign_id) AS "campaignState"`;

/** A report that holds on a day, given twice. */
const HOLDS = 'f.lifted_at IS NULL AND f.starts_on <= ? AND (f.ends_on IS NULL OR f.ends_on >= ?)';

/** Whether something is pending about the subject, or about another row of the same person: for days given four times. */
export const frozen = (subjectId: string, subjectKind: string): string => `(EXISTS (SELECT 1 FROM subject_freezes f
    WHERE f.subject_id = ${subjectId} AND f.subject_kind = ${subjectKind} AND ${HOLDS})
  OR EXISTS (SELECT 1 FROM people asked
    JOIN people o ON o.id = asked.merged_into_id OR o.merged_into_id = COALESCE(asked.merged_into_id, asked.id)
    JOIN subject_freezes f ON f.subject_id = o.id AND f.subject_kind = 'person' AND ${HOLDS}
    WHERE asked.id = ${subjectId}))`;

/** A twin `s` that lies at the level above , neither unsubmitted nor sent back: only there is it answered. */
export const IS_ABOVE = "s.state NOT IN ('draft', 'returned')";

/** Whether another case uses the achievement, and whether something about the subject is pending. */
const standingOf = (
  { achievement, caseId, holder }: { readonly achievement: string; readonly caseId: string; readonly holder: string },
  subjectId: string,
  subjectKind: string,
): string => `
  CASE WHEN EXISTS (SELECT 1 FROM achievement_uses u WHERE u.achievement_id = ${achievement} AND u.case_id <> ${holder})
    THEN 1 ELSE 0 END AS "isUsed",
  CASE WHEN EXISTS (SELECT 1 FROM award_cases s WHERE s.parent_case_id = ${caseId} AND ${IS_ABOVE})
    THEN 1 ELSE 0 END AS "hasSuccessor",
  CASE WHEN ${frozen(subjectId, subjectKind)} THEN 1 ELSE 0 END AS "isFrozen"`;

// One statement for all that lies in the tables of this feature: the hot path counts statements.
const FOR_ONE = `SELECT ${DOSSIER_AROUND}, ${standingOf({ achievement: '?', caseId: '?', holder: '?' }, '?', '?')}
  FROM dossiers d WHERE d.id = ?`;

/** Reads what surrounds a case. Throws when there is no such dossier: a case without one is damage. */
export async function readSurroundings(rows: RowReader, question: SurroundingsQuestion): Promise<CaseSurroundings> {
  const { dossierId, caseId, achievementId, rootCaseId, subject, on } = question;
  const [stored] = await rows.rows<StoredSurroundings>(FOR_ONE, [
    ...[achievementId, rootCaseId ?? caseId, caseId],
    ...[subject.id, subject.kind, on, on, on, on, subject.id],
    dossierId,
  ]);
  if (!stored) throw new Error(`The dossier ${dossierId} of the case ${caseId} does not exist`);
  return fromStored(stored);
}

function fromStored({ isUsed, isFrozen, hasSuccessor, ...dossier }: StoredSurroundings): CaseSurroundings {
  return {
    ...dossierFrom(dossier),
    hasSuccessor: hasSuccessor === 1,
    isUsed: isUsed === 1,
    isFrozen: isFrozen === 1,
  };
}

/** The part of the dossier, from its row. */
export function dossierFrom({ papers, campaignState, ...dossier }: StoredDossierAround): DossierAround {
  return {
    ...dossier,
    campaignIsOver: campaignState !== null && OVER.has(campaignState),
    paperCount: (JSON.parse(papers) as readonly unknown[]).length,
  };
}
