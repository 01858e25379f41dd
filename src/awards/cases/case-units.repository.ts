import { placeholders, type RowReader } from '../../platform/persistence';
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

/** The units of cases, by case id; cases that do not exist are left out. */
export async function readCaseUnits(
  rows: RowReader,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, CaseUnits>> {
  const found = await rows.rows<CaseUnits & { readonly id: string }>(
    `SELECT c.id, c.unit_path AS "unitPath", u.path AS "authorityPath", d.id AS "dossierId", d.state AS "dossierState",
       d.version AS "dossierVersion"
     FROM award_cases c JOIN dossiers d ON d.id = c.dossier_id JOIN units u ON u.id = d.authority_unit_id
     WHERE c.id IN ${placeholders(caseIds.length)}`,
    caseIds,
  );
  return new Map(found.map(({ id, ...units }) => [id, units]));
}
