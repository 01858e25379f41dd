import type { RowReader } from '../platform/persistence';

/** Messages to count a case that are on their way and not done. */
const OPEN = "FROM outbox WHERE job = 'tally-campaign' AND done_at IS NULL AND dead_at IS NULL";

interface Message {
  readonly payload: string;
}

/** Cases whose turn to be counted has come, each once, at most so many. */
export async function openTallyCases(rows: RowReader, most: number): Promise<readonly string[]> {
  // In flight, which an index finds: what is not handed over yet comes later.
  const messages = await rows.rows<Message>(
    `SELECT payload ${OPEN} AND dispatched_at IS NOT NULL ORDER BY dispatched_at, id LIMIT ${most}`,
  );
  return casesOf(messages);
}

/** All cases that wait to be counted, whether on their way or not handed over yet; what was given up on waits for nobody. */
export async function uncountedCases(rows: RowReader): Promise<ReadonlySet<string>> {
  return new Set(casesOf(await rows.rows<Message>(`SELECT payload ${OPEN}`)));
}

function casesOf(messages: readonly Message[]): readonly string[] {
  const payloads = messages.map(({ payload }) => JSON.parse(payload) as { workflow: string; instanceId: string });
  return [...new Set(payloads.filter(({ workflow }) => workflow === 'award').map(({ instanceId }) => instanceId))];
}
