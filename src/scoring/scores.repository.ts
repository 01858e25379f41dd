import type { Decimal, Instant } from '../../workflows/kernel';
import type { ScoreState } from '../../workflows/scoring';
import { insertRows, locking, placeholders, type RowReader, type Tx } from '../platform/persistence';
import { SCORE_SOURCES, type ScoreHead, type ScoreSource, type StoredEntry } from './score';

const HEAD = `id, cluster_id AS "clusterId", unit_id AS "unitId", state, women_count AS "womenCount",
  member_count AS "memberCount"`;

/** Inserts an empty draft; false when the unit has a sheet in this cluster. */
export async function insertScore(
  tx: Tx,
  { id, clusterId, unitId, at }: Pick<ScoreHead, 'id' | 'clusterId' | 'unitId'> & { readonly at: Instant },
): Promise<boolean> {
  const inserted = await tx.change(
    `INSERT INTO scores (id, cluster_id, unit_id, state, total, women_count, member_count, created_at, version)
     VALUES ${placeholders(9)} ON CONFLICT DO NOTHING`,
    [id, clusterId, unitId, 'draft', '0', null, null, at, 1],
  );
  return inserted === 1;
}

/** A score by its id, with a lock where it is to be changed. */
export async function readScore(rows: RowReader, id: string, lock?: 'taken'): Promise<ScoreHead | undefined> {
  const [head] = await rows.rows<ScoreHead>(`SELECT ${HEAD} FROM scores WHERE id = ?${locking(rows, lock)}`, [id]);
  return head;
}

/** All scores of a cluster. */
export function readScores(rows: RowReader, clusterId: string): Promise<ScoreHead[]> {
  return rows.rows<ScoreHead>(`SELECT ${HEAD} FROM scores WHERE cluster_id = ? ORDER BY unit_id`, [clusterId]);
}

/** The entries of scores, of these sources: in a large cluster most are the marks of members, which count for nothing. */
export async function readEntries(
  rows: RowReader,
  scoreIds: readonly string[],
  sources: readonly ScoreSource[] = SCORE_SOURCES,
): Promise<readonly StoredEntry[]> {
  if (scoreIds.length === 0) return [];
  return rows.rows<StoredEntry>(
    `SELECT score_id AS "scoreId", source, scorer_id AS "scorerId", criterion_code AS "criterionCode", value, plan, reason
     FROM score_entries WHERE score_id IN ${placeholders(scoreIds.length)}
       AND source IN ${placeholders(sources.length)}
     ORDER BY score_id, source, scorer_id, criterion_code`,
    [...scoreIds, ...sources],
  );
}

/** Removes what other members have marked. How it was is in the events. */
export async function dropMarks(tx: Tx, scoreId: string): Promise<void> {
  await tx.change(`DELETE FROM score_entries WHERE score_id = ? AND source = 'cross'`, [scoreId]);
}

/** Puts the entries of a scorer in the place of what that one entered before. How they were is in the events. */
export async function replaceEntries(
  tx: Tx,
  scoreId: string,
  { source, scorerId }: { readonly source: ScoreSource; readonly scorerId: string },
  entries: readonly Pick<StoredEntry, 'criterionCode' | 'value' | 'plan' | 'reason'>[],
): Promise<void> {
  const isOne = source === 'cross' ? ' AND scorer_id = ?' : '';
  await tx.change(`DELETE FROM score_entries WHERE score_id = ? AND source = ?${isOne}`, [
    ...[scoreId, source],
    ...(isOne === '' ? [] : [scorerId]),
  ]);
  await insertRows(
    tx,
    'score_entries',
    entries.map(({ criterionCode, value, plan, reason }) => ({
      ...{ score_id: scoreId, source, scorer_id: scorerId, criterion_code: criterionCode, value, plan, reason },
    })),
  );
}

/** Notes how a score stands now. */
export async function writeScore(
  tx: Tx,
  id: string,
  {
    state,
    total,
    womenCount,
    memberCount,
  }: Pick<ScoreHead, 'womenCount' | 'memberCount'> & {
    readonly state: ScoreState;
    readonly total: Decimal;
  },
): Promise<void> {
  await tx.change(
    'UPDATE scores SET state = ?, total = ?, women_count = ?, member_count = ?, version = version + 1 WHERE id = ?',
    [state, total, womenCount, memberCount, id],
  );
}

/** Whether a unit of the cluster has begun to score. */
export async function isScoredIn(rows: RowReader, clusterId: string): Promise<boolean> {
  return (await rows.rows('SELECT id FROM scores WHERE cluster_id = ? LIMIT 1', [clusterId])).length > 0;
}
