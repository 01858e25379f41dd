import type { RowReader } from '../../platform/persistence';
import type { DossierState } from '../dossiers/dossier-states';

/** The units of a case, and how far its dossier has come. */
export interface CaseUnits {
  /** Path of the unit that submitted it. */
  readonly unitPath: string;
  /** Path of the unit that receives it. */
  readonly authorityPath: string;
  readonly dossierId: string;
  readonly dossierState: DossierState;
  readonly dossierVersion: number;
}

/** The units of a case; undefined when there is no such case. */
export async function readCaseUnits(rows: RowReader, caseId: string): Promise<CaseUnits | undefined> {
  const [units] = await rows.rows<CaseUnits>(
    `SELECT c.unit_path AS "unitPath", u.path AS "authorityPath", d.id AS "dossierId", d.state AS "dossierState",
       d.version AS "dossierVersion"
     FROM award_cases c JOIN dossiers d ON d.id = c.dossier_id JOIN units u ON u.id = d.authority_unit_id
     WHERE c.id = ?`,
    [caseId],
  );
  return units;
}
