import type { Instant } from '../../workflows/kernel';
import type { TallyAxis } from '../../workflows/tally';
import { inChunks, insertRows, type RowReader, type Tx } from '../platform/persistence';
import type { StageCount } from './tally-of-counts';

const KEYS = ['campaign_key', 'axis', 'year', 'tier', 'family', 'subject_kind', 'stage'];
const NUMBERS = ['awards', 'heads', 'money'];
const MOST_AT_ONCE = 500;

/** What is added to a number; what is taken away is negative. */
export interface CountChange extends Omit<StageCount, 'money'> {
  readonly money: bigint;
}

/** Makes whoever counts this campaign at the same moment wait; answers whether it was ever counted before. */
export async function takeMark(tx: Tx, key: string, at: Instant): Promise<boolean> {
  const found = await readMark(tx, key);
  await tx.change(
    `INSERT INTO tally_marks (campaign_key, counted_at) VALUES (?, ?)
     ON CONFLICT (campaign_key) DO UPDATE SET counted_at = excluded.counted_at`,
    [key, at],
  );
  return found !== undefined;
}

/** When a campaign was counted last; undefined when nothing in it was ever counted. */
export async function readMark(rows: RowReader, key: string): Promise<Instant | undefined> {
  const [mark] = await rows.rows<{ countedAt: Instant }>(
    'SELECT counted_at AS "countedAt" FROM tally_marks WHERE campaign_key = ?',
    [key],
  );
  return mark?.countedAt;
}

/** The numbers of a campaign on one axis: a few rows, however many cases they are about. */
export function readCounters(rows: RowReader, key: string, axis: TallyAxis): Promise<readonly StageCount[]> {
  return rows.rows<StageCount>(
    `SELECT axis, year, tier, family, subject_kind AS "subjectKind", stage, awards, heads, CAST(money AS TEXT) AS "money"
     FROM tally_rows WHERE campaign_key = ? AND axis = ?`,
    [key, axis],
  );
}

/** Adds to the numbers of a campaign. What comes to nothing has no row. */
export async function addToCounters(tx: Tx, key: string, changes: readonly CountChange[]): Promise<void> {
  for (const some of inChunks(changes, MOST_AT_ONCE)) {
    const marks = `(${[...KEYS, ...NUMBERS].map(() => '?').join(', ')})`;
    await tx.change(
      `INSERT INTO tally_rows (${[...KEYS, ...NUMBERS].join(', ')}) VALUES ${some.map(() => marks).join(', ')}
       ON CONFLICT (${KEYS.join(', ')}) DO UPDATE SET
       ${NUMBERS.map((name) => `${name} = tally_rows.${name} + excluded.${name}`).join(', ')}`,
      some.flatMap(({ axis, year, tier, family, subjectKind, stage, awards, heads, money }) => [
        ...[key, axis, year, tier, family, subjectKind, stage],
        ...[awards, heads, Number(money)],
      ]),
    );
  }
  if (changes.some(({ awards }) => awards < 0)) {
    await tx.change('DELETE FROM tally_rows WHERE campaign_key = ? AND awards = 0', [key]);
  }
}

/** Puts numbers in the place of all that a campaign had. */
export async function replaceCounters(tx: Tx, key: string, counts: readonly StageCount[]): Promise<void> {
  await tx.change('DELETE FROM tally_rows WHERE campaign_key = ?', [key]);
  await insertRows(
    tx,
    'tally_rows',
    counts.map(({ subjectKind, ...count }) => ({ campaign_key: key, ...count, subject_kind: subjectKind })),
  );
}
