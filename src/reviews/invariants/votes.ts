import { countOf, lookTwice, MOST_VIOLATIONS, type Invariant, type Violation } from '../../platform/invariants';
import type { RowReader } from '../../platform/persistence';

/** Kind of the streams that hold one vote each, under the id of the name on the roll. */
const VOTE = 'rollEntry';

/** A name is ticked off exactly when its vote is on record, and no vote is on record for anything else. */
export const votesOnRecord: Invariant = {
  name: 'votes-on-record',
  promise: 1,
  describe: {
    vi: 'Mỗi thành viên được đánh dấu đã biểu quyết có đúng một lệnh biểu quyết được lưu.',
    en: 'Every name that is ticked off has one stored vote, and no other name has any.',
  },
  check: async ({ reads, checked }) => {
    checked(await countOf(reads, 'roll_entries'));
    return lookTwice(async () => [...(await mismatched(reads)), ...(await offTheRoll(reads))]);
  },
};

async function mismatched(reads: RowReader): Promise<readonly Violation[]> {
  const rows = await reads.rows<{ id: string; hasVoted: number; votes: number }>(
    `SELECT r.id, r.has_voted AS "hasVoted", COUNT(e.seq) AS "votes"
     FROM roll_entries r LEFT JOIN events e ON e.stream_id = r.id
     GROUP BY r.id, r.has_voted HAVING COUNT(e.seq) <> r.has_voted ORDER BY r.id LIMIT ${MOST_VIOLATIONS}`,
  );
  return rows.map(({ id, hasVoted, votes }) => ({
    subject: `roll entry ${id}`,
    message: `is ${hasVoted === 1 ? '' : 'not '}ticked off and has ${votes} stored votes`,
  }));
}

async function offTheRoll(reads: RowReader): Promise<readonly Violation[]> {
  const rows = await reads.rows<{ id: string }>(
    `SELECT e.stream_id AS "id" FROM events e LEFT JOIN roll_entries r ON r.id = e.stream_id
     WHERE e.stream_kind = ? AND r.id IS NULL ORDER BY e.stream_id LIMIT ${MOST_VIOLATIONS}`,
    [VOTE],
  );
  return rows.map(({ id }) => ({ subject: `roll entry ${id}`, message: 'has a stored vote and is on no roll' }));
}
