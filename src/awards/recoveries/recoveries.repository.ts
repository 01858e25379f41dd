import type { Dong, Instant, LocalDate } from '../../../workflows/kernel';
import { insertRows, type RowReader, type Tx } from '../../platform/persistence';

/** What is due and what came back. */
export interface RecoveryRecord {
  readonly id: string;
  readonly caseId: string;
  readonly unitId: string;
  readonly isArtefactDue: boolean;
  readonly artefactReturnedOn: LocalDate | null;
  readonly moneyDue: Dong;
  readonly moneyRecovered: Dong;
  readonly openedAt: Instant;
}

/** A recovery as it begins. */
export type NewRecovery = Pick<
  RecoveryRecord,
  'id' | 'caseId' | 'unitId' | 'isArtefactDue' | 'moneyDue' | 'openedAt'
> & { readonly unitPath: string };

/** Notes what has to come back. */
export async function insertRecovery(tx: Tx, recovery: NewRecovery): Promise<void> {
  await insertRows(tx, 'recoveries', [
    {
      ...{ id: recovery.id, case_id: recovery.caseId, unit_id: recovery.unitId, unit_path: recovery.unitPath },
      is_artefact_due: recovery.isArtefactDue ? 1 : 0,
      ...{ money_due: recovery.moneyDue, money_recovered: '0', opened_at: recovery.openedAt, version: 0 },
    },
  ]);
}

/** The unit that decides on the cases of a dossier, and its path. */
export async function readAuthority(
  rows: RowReader,
  dossierId: string,
): Promise<{ readonly unitId: string; readonly unitPath: string }> {
  const [authority] = await rows.rows<{ unitId: string; unitPath: string }>(
    `SELECT u.id AS "unitId", u.path AS "unitPath" FROM dossiers d JOIN units u ON u.id = d.authority_unit_id
     WHERE d.id = ?`,
    [dossierId],
  );
  if (!authority) throw new Error(`The dossier ${dossierId} has no receiving unit`);
  return authority;
}

/** The unit path of a recovery; undefined when there is none with this id. */
export async function readRecoveryPath(rows: RowReader, id: string): Promise<string | undefined> {
  const [found] = await rows.rows<{ unitPath: string }>('SELECT unit_path AS "unitPath" FROM recoveries WHERE id = ?', [
    id,
  ]);
  return found?.unitPath;
}

/** Takes a recovery for a change and counts it, so that changes of one come one after another. */
export async function takeRecovery(tx: Tx, id: string): Promise<RecoveryRecord> {
  await tx.change('UPDATE recoveries SET version = version + 1 WHERE id = ?', [id]);
  const [row] = await tx.rows<Omit<RecoveryRecord, 'isArtefactDue'> & { readonly isArtefactDue: number }>(
    `SELECT id, case_id AS "caseId", unit_id AS "unitId", is_artefact_due AS "isArtefactDue",
       artefact_returned_on AS "artefactReturnedOn", money_due AS "moneyDue", money_recovered AS "moneyRecovered",
       opened_at AS "openedAt"
     FROM recoveries WHERE id = ?`,
    [id],
  );
  if (!row) throw new Error(`The recovery ${id} has gone`);
  return { ...row, isArtefactDue: row.isArtefactDue === 1 };
}

/** Notes that the artefact came back. */
export async function setArtefactReturned(tx: Tx, id: string, on: LocalDate): Promise<void> {
  await tx.change('UPDATE recoveries SET artefact_returned_on = ? WHERE id = ?', [on, id]);
}

/** Notes how much has come back in all. */
export async function setMoneyRecovered(tx: Tx, id: string, total: Dong): Promise<void> {
  await tx.change('UPDATE recoveries SET money_recovered = ? WHERE id = ?', [total, id]);
}
