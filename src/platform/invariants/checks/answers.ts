import type { Invariant } from '../invariant';
import { MOST_VIOLATIONS } from '../scan';
import { countOf } from '../stored-instances';

/** What people asked for. Not `LIKE 'actor:%'`, for which SQLite would walk an index in a worse order. */
const OF_ACTORS = "SUBSTR(p.consumer, 1, 6) = 'actor:'";

/** What was answered as accepted has its event: an acknowledged command is never lost. */
export const answersHaveEvents: Invariant = {
  name: 'answers-have-events',
  promise: 1,
  describe: {
    vi: 'Mỗi lệnh đã trả lời là chấp nhận đều có sự kiện của mình.',
    en: 'Every command that was answered as accepted has its event.',
  },
  check: async ({ reads, checked }) => {
    checked(await countOf(reads, `processed_messages p WHERE ${OF_ACTORS}`));
    // One join for all: no index leads to the command of an event, and reading the events of each answer's instance
    // took twenty times as long. Answer and event are committed together, so that one statement sees both or neither.
    const lost = await reads.rows<{ commandId: string; result: string }>(
      `SELECT p.message_id AS "commandId", p.result FROM processed_messages p
       LEFT JOIN events e ON e.command_id = p.message_id
       WHERE ${OF_ACTORS} AND e.command_id IS NULL
       ORDER BY p.message_id LIMIT ${MOST_VIOLATIONS}`,
    );
    return lost.map(({ commandId, result }) => ({
      subject: `command ${commandId}`,
      message: `was answered as accepted for ${instanceIn(result)} and has no event`,
    }));
  },
};

function instanceIn(result: string): string {
  return (JSON.parse(result) as { readonly id: string }).id;
}
