import type { Instant, LocalDate } from '../../../workflows/kernel';
import { insertRows, locking, placeholders, type RowLock, type RowReader, type Tx } from '../../platform/persistence';
import type { ConsolidationState } from './consolidation-states';

/** A list as its row holds it. */
export interface ConsolidationRecord {
  readonly id: string;
  readonly authorityUnitId: string;
  readonly unitPath: string;
  readonly campaignId: string | null;
  readonly tier: string | null;
  readonly number: string | null;
  readonly datedOn: LocalDate | null;
  readonly signerTitle: string | null;
  readonly state: ConsolidationState;
  readonly version: number;
  readonly createdAt: Instant;
}

/** The columns of a ConsolidationRecord by its names. */
export const CONSOLIDATION_COLUMNS = `k.id, k.authority_unit_id AS "authorityUnitId", k.unit_path AS "unitPath",
  k.campaign_id AS "campaignId", k.tier, k.number, k.dated_on AS "datedOn", k.signer_title AS "signerTitle", k.state,
  k.version, k.created_at AS "createdAt"`;

/** Reads a list; undefined when there is none with this id. */
export async function readConsolidation(
  rows: RowReader,
  id: string,
  lock?: RowLock,
): Promise<ConsolidationRecord | undefined> {
  const [found] = await rows.rows<ConsolidationRecord>(
    `SELECT ${CONSOLIDATION_COLUMNS} FROM consolidations k WHERE k.id = ?${locking(rows, lock)}`,
    [id],
  );
  return found;
}

/** Inserts a list in draft, at version 1. */
export async function insertConsolidation(
  tx: Tx,
  list: Pick<ConsolidationRecord, 'id' | 'authorityUnitId' | 'unitPath' | 'campaignId' | 'tier' | 'createdAt'>,
): Promise<void> {
  const { id, authorityUnitId, unitPath, campaignId, tier, createdAt } = list;
  const about = { authority_unit_id: authorityUnitId, unit_path: unitPath, campaign_id: campaignId, tier };
  await insertRows(tx, 'consolidations', [{ id, ...about, state: 'draft', version: 1, created_at: createdAt }]);
}

/** Writes the state of a list and, once, the head of its paper. */
export async function updateConsolidation(
  tx: Tx,
  id: string,
  { state, number, datedOn, signerTitle }: Pick<ConsolidationRecord, 'state'> & Partial<ConsolidationRecord>,
): Promise<void> {
  await tx.change(
    `UPDATE consolidations SET state = ?, number = COALESCE(?, number), dated_on = COALESCE(?, dated_on),
       signer_title = COALESCE(?, signer_title), version = version + 1 WHERE id = ?`,
    [state, number ?? null, datedOn ?? null, signerTitle ?? null, id],
  );
}

/** How many of these cases may stand on such a list: considered by this authority, listed or recommended. */
export async function countReady(
  rows: RowReader,
  { authorityUnitId, campaignId, tier }: Pick<ConsolidationRecord, 'authorityUnitId' | 'campaignId' | 'tier'>,
  caseIds: readonly string[],
): Promise<number> {
  const filters = [...(campaignId === null ? [] : [['c.campaign_id = ?', campaignId]])];
  if (tier !== null) filters.push(['c.tier = ?', tier]);
  const [counted] = await rows.rows<{ count: number }>(
    `SELECT COUNT(*) AS count FROM award_cases c JOIN dossiers d ON d.id = c.dossier_id
     WHERE c.id IN ${placeholders(caseIds.length)} AND d.authority_unit_id = ? AND c.state IN ('listed', 'recommended')
       ${filters.map(([sql]) => `AND ${sql ?? ''}`).join(' ')}`,
    [...caseIds, authorityUnitId, ...filters.map(([, value]) => value ?? null)],
  );
  return counted?.count ?? 0;
}

/** Takes cases for a list in place of those it had; answers how many of them another living list has. */
export async function holdOnList(tx: Tx, id: string, caseIds: readonly string[]): Promise<number> {
  await freeList(tx, id);
  // In one order for everybody: two lists that want the same cases wait for each other instead of locking up.
  const sorted = [...caseIds].sort();
  const held = await tx.change(
    `INSERT INTO consolidation_holds (case_id, consolidation_id) VALUES ${sorted.map(() => '(?, ?)').join(', ')}
     ON CONFLICT (case_id) DO NOTHING`,
    sorted.flatMap((caseId) => [caseId, id]),
  );
  return caseIds.length - held;
}

/** Gives back all cases of a list. */
export async function freeList(tx: Tx, id: string): Promise<void> {
  await tx.change('DELETE FROM consolidation_holds WHERE consolidation_id = ?', [id]);
}

/** Writes the list in its order, in place of the one before. */
export async function writeConsolidated(tx: Tx, id: string, caseIds: readonly string[]): Promise<void> {
  await tx.change('DELETE FROM consolidation_cases WHERE consolidation_id = ?', [id]);
  const rows = caseIds.map((caseId, index) => ({ consolidation_id: id, case_id: caseId, ordinal: index + 1 }));
  await insertRows(tx, 'consolidation_cases', rows);
}

/** Ids of the cases of a list, in its order. */
export async function readConsolidated(rows: RowReader, id: string): Promise<readonly string[]> {
  const found = await rows.rows<{ caseId: string }>(
    'SELECT case_id AS "caseId" FROM consolidation_cases WHERE consolidation_id = ? ORDER BY ordinal',
    [id],
  );
  return found.map(({ caseId }) => caseId);
}
