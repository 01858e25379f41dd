import type { RowReader, SqlValue } from '../../persistence/unit-of-work.port';
import { placeholders } from '../../persistence/placeholders';
import type { Invariant, Violation } from '../invariant';
import { BATCH, MOST_VIOLATIONS } from '../scan';

interface Answer {
  readonly consumer: string;
  readonly commandId: string;
  /** The instance it was given for. */
  readonly id: string;
}

/** What was answered as accepted has its event: an acknowledged command is never lost. */
export const answersHaveEvents: Invariant = {
  name: 'answers-have-events',
  promise: 1,
  describe: {
    vi: 'Mỗi lệnh đã trả lời là chấp nhận đều có sự kiện của mình.',
    en: 'Every command that was answered as accepted has its event.',
  },
  check: async ({ reads, checked }) => {
    const found: Violation[] = [];
    let last: Answer | undefined;
    for (;;) {
      const answers = await page(reads, last);
      if (answers.length === 0 || found.length >= MOST_VIOLATIONS) return found;
      checked(answers.length);
      found.push(...(await withoutEvent(reads, answers)));
      last = answers.at(-1);
    }
  },
};

/** By the primary key, since ids of commands are the clients' own. */
async function page(reads: RowReader, last: Answer | undefined): Promise<readonly Answer[]> {
  const rows = await reads.rows<{ consumer: string; commandId: string; result: string }>(
    `SELECT consumer, message_id AS "commandId", result FROM processed_messages
     WHERE consumer LIKE 'actor:%' AND (consumer, message_id) > (?, ?)
     ORDER BY consumer, message_id LIMIT ${BATCH}`,
    [last?.consumer ?? '', last?.commandId ?? ''],
  );
  return rows.map(({ consumer, commandId, result }) => ({
    consumer,
    commandId,
    id: (JSON.parse(result) as { readonly id: string }).id,
  }));
}

async function withoutEvent(reads: RowReader, answers: readonly Answer[]): Promise<readonly Violation[]> {
  const ofInstances = await known(reads, '(stream_id, command_id) IN', answers, ({ id, commandId }) => [id, commandId]);
  const others = answers.filter(({ commandId }) => !ofInstances.has(commandId));
  // What was only witnessed, as a vote is, has a stream of its own, which no index leads to.
  const witnessed = await known(reads, 'command_id IN', others, ({ commandId }) => [commandId]);
  return others
    .filter(({ commandId }) => !witnessed.has(commandId))
    .map(({ id, commandId }) => ({
      subject: `command ${commandId}`,
      message: `was answered as accepted for ${id} and has no event`,
    }));
}

async function known(
  reads: RowReader,
  condition: string,
  answers: readonly Answer[],
  keyOf: (answer: Answer) => readonly SqlValue[],
): Promise<ReadonlySet<string>> {
  if (answers.length === 0) return new Set();
  const keys = answers.map(keyOf);
  const isPair = keys.some((key) => key.length > 1);
  const list = isPair
    ? `(VALUES ${keys.map((key) => placeholders(key.length)).join(', ')})`
    : placeholders(answers.length);
  const rows = await reads.rows<{ commandId: string }>(
    `SELECT DISTINCT command_id AS "commandId" FROM events WHERE ${condition} ${list}`,
    keys.flat(),
  );
  return new Set(rows.map(({ commandId }) => commandId));
}
