import { BATCH, scan, type Invariant, type Violation } from '../../platform/invariants';
import { placeholders, type RowReader } from '../../platform/persistence';

/** All that a stored vote may hold: which item, and for whom when the secretary sends it. */
const INPUT: ReadonlySet<string> = new Set(['itemId', 'memberId']);
/** All that is stored of the answer. */
const ANSWER: ReadonlySet<string> = new Set(['outcome', 'id', 'version', 'state', 'isRepeat']);

interface StoredVote {
  readonly id: string;
  readonly commandId: string;
  readonly body: string;
}

/** Neither the stored vote nor its idempotency record says what was chosen. */
export const votesWithoutChoice: Invariant = {
  name: 'votes-without-choice',
  promise: 6,
  describe: {
    vi: 'Lệnh biểu quyết đã lưu và bản ghi chống lặp không chứa lựa chọn.',
    en: 'No stored vote and no idempotency record says what was chosen.',
  },
  check: (context) => {
    const { reads } = context;
    return scan(context, {
      page: async (after) => (await votes(reads, after)).map(({ id }) => id),
      judge: (ids) => telling(reads, ids),
    });
  },
};

function votes(reads: RowReader, after: string): Promise<{ readonly id: string }[]> {
  return reads.rows(
    `SELECT DISTINCT stream_id AS "id" FROM events WHERE stream_kind = 'rollEntry' AND stream_id > ?
     ORDER BY stream_id LIMIT ${BATCH}`,
    [after],
  );
}

async function telling(reads: RowReader, ids: readonly string[]): Promise<readonly Violation[]> {
  const stored = await reads.rows<StoredVote>(
    `SELECT stream_id AS "id", command_id AS "commandId", body FROM events
     WHERE stream_id IN ${placeholders(ids.length)} ORDER BY stream_id, seq`,
    ids,
  );
  const commandIds = stored.map(({ commandId }) => commandId);
  const answers = await reads.rows<{ commandId: string; result: string }>(
    `SELECT message_id AS "commandId", result FROM processed_messages
     WHERE consumer LIKE 'actor:%' AND message_id IN ${placeholders(commandIds.length)} ORDER BY consumer, message_id`,
    commandIds,
  );
  return [
    ...stored.filter(({ body }) => saysMore(body)).map(({ id }) => violation(`roll entry ${id}`, 'stored vote')),
    ...answers
      .filter(({ result }) => hasOther(JSON.parse(result), ANSWER))
      .map(({ commandId }) => violation(`command ${commandId}`, 'idempotency record')),
  ];
}

function saysMore(body: string): boolean {
  const { data } = JSON.parse(body) as { readonly data: { readonly input: unknown } };
  return hasOther(data, new Set(['instanceId', 'input'])) || hasOther(data.input, INPUT);
}

function hasOther(value: unknown, known: ReadonlySet<string>): boolean {
  return typeof value !== 'object' || value === null || Object.keys(value).some((key) => !known.has(key));
}

function violation(subject: string, what: string): Violation {
  return { subject, message: `its ${what} holds more than a vote may say` };
}
