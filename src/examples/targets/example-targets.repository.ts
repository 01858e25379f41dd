import { canonicalJson, type Instant } from '../../../workflows/kernel';
import { insertRows, type RowReader, type Tx } from '../../platform/persistence';
import type { SetTargetRequest } from './dto/example-target.request';

/** Inserts a target at version 1. */
export async function insertTarget(
  tx: Tx,
  { id, unitPath, at }: { readonly id: string; readonly unitPath: string; readonly at: Instant },
  { name, unitId, campaignId, kinds, field, year, stage, direction, value }: SetTargetRequest,
): Promise<void> {
  await insertRows(tx, 'example_targets', [
    {
      ...{ id, name, unit_id: unitId, unit_path: unitPath, campaign_id: campaignId ?? null },
      ...{ kinds: canonicalJson(kinds), field: field ?? null, year: year ?? null, stage, direction, value },
      ...{ created_at: at, version: 1 },
    },
  ]);
}

/** The path of the unit of a target; undefined when there is no such target. */
export async function readTargetPath(rows: RowReader, id: string): Promise<string | undefined> {
  const [found] = await rows.rows<{ path: string }>('SELECT unit_path AS path FROM example_targets WHERE id = ?', [id]);
  return found?.path;
}

/** Drops a target; false when it was dropped before. */
export async function dropTarget(tx: Tx, id: string, at: Instant, reason: string): Promise<boolean> {
  const dropped = await tx.change(
    `UPDATE example_targets SET dropped_at = ?, drop_reason = ?, version = version + 1
     WHERE id = ? AND dropped_at IS NULL`,
    [at, reason, id],
  );
  return dropped === 1;
}
