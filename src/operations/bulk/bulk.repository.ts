import { coveredBy, type Scope, type SqlCondition } from '../../platform/auth/scope';
import { allOf } from '../../platform/http/pages/conditions';
import { inChunks, insertRows, placeholders, type RowReader, type SqlValue, type Tx } from '../../platform/persistence';
import type { BulkFilter } from '../dto/bulk.request';
import type { RowFate, RowReason } from '../row-fates';
import { MOST_OF_A_BULK, type BulkCollection } from './bulk-collections';

/** Something that a bulk command is sent to, as it was seen. */
export interface BulkTarget {
  readonly id: string;
  readonly version: number;
  readonly path: string;
}

const IDS_AT_ONCE = 500;

/** The things of these ids that a scope covers, in the order of their ids. */
export async function readTargetsById(
  rows: RowReader,
  collection: BulkCollection,
  scope: Scope,
  ids: readonly string[],
): Promise<readonly BulkTarget[]> {
  const found: BulkTarget[] = [];
  for (const some of inChunks([...ids].sort(), IDS_AT_ONCE)) {
    const isAsked = { sql: `t.id IN ${placeholders(some.length)}`, params: some };
    found.push(...(await readTargets(rows, collection, scope, [isAsked])));
  }
  return found;
}

/** The things that a filter picks within a scope, in the order of their ids: at most one more than a bulk may have. */
export function readTargetsByFilter(
  rows: RowReader,
  collection: BulkCollection,
  scope: Scope,
  filter: BulkFilter,
): Promise<readonly BulkTarget[]> {
  const conditions = Object.entries(filter)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]: [string, SqlValue]) => ({
      sql: `${collection.filters[name] ?? 'NULL'} = ?`,
      params: [value],
    }));
  return readTargets(rows, collection, scope, conditions);
}

function readTargets(
  rows: RowReader,
  { from, path }: BulkCollection,
  scope: Scope,
  conditions: readonly SqlCondition[],
): Promise<BulkTarget[]> {
  const where = allOf([coveredBy(scope, path), ...conditions]);
  return rows.rows<BulkTarget>(
    `SELECT t.id, t.version, ${path} AS "path" FROM ${from} WHERE ${where.sql} ORDER BY t.id LIMIT ${MOST_OF_A_BULK + 1}`,
    where.params,
  );
}

/** One row of a bulk command that is to be done. */
export interface BulkRow {
  readonly ordinal: number;
  readonly instanceId: string;
  readonly seenVersion: number;
}

/** Stores what a bulk command will be sent to. */
export async function insertBulkRows(tx: Tx, jobId: string, targets: readonly BulkTarget[]): Promise<void> {
  await insertRows(
    tx,
    'long_job_rows',
    targets.map(({ id, version }, index) => ({
      ...{ job_id: jobId, ordinal: index + 1, instance_id: id, seen_version: version, fate: 'waiting', reasons: null },
    })),
  );
}

/** The next rows after a place. */
export function readBulkRows(
  rows: RowReader,
  jobId: string,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly BulkRow[]> {
  return rows.rows<BulkRow>(
    `SELECT ordinal, instance_id AS "instanceId", seen_version AS "seenVersion" FROM long_job_rows
     WHERE job_id = ? AND ordinal > ? ORDER BY ordinal LIMIT ${limit}`,
    [jobId, after],
  );
}

/** What became of one row. */
export interface BulkRowResult {
  readonly ordinal: number;
  readonly fate: RowFate;
  readonly reasons: readonly RowReason[];
}

/** Writes what became of rows. */
export async function writeBulkResults(tx: Tx, jobId: string, results: readonly BulkRowResult[]): Promise<void> {
  if (results.length === 0) return;
  // PostgreSQL takes values without a type for text, and both databases name the columns of VALUES alike.
  await tx.change(
    `UPDATE long_job_rows SET fate = v.column2, reasons = v.column3
     FROM (VALUES ${results.map(() => '(?, ?, ?)').join(', ')}) AS v
     WHERE job_id = ? AND ordinal = CAST(v.column1 AS INTEGER)`,
    [
      ...results.flatMap(({ ordinal, fate, reasons }): SqlValue[] => [String(ordinal), fate, JSON.stringify(reasons)]),
      jobId,
    ],
  );
}
