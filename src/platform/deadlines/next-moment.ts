import type { Instant } from '../../../workflows/kernel';
import type { RowReader } from '../persistence/unit-of-work.port';

/** The earliest moment at which the planner or the relay has something to do, past or future; undefined when never. */
export async function nextMoment(rows: RowReader): Promise<Instant | undefined> {
  const [row] = await rows.rows<{ at: Instant | null }>(
    `SELECT MIN(at) AS at FROM (
       SELECT MIN(due_at) AS at FROM occurrences WHERE status = 'planned'
       UNION ALL SELECT MIN(due_at) FROM deadlines WHERE status = 'armed'
       UNION ALL SELECT MIN(look_at) FROM deadlines WHERE look_at IS NOT NULL
       UNION ALL SELECT MIN(available_at) FROM outbox WHERE dispatched_at IS NULL
     ) moments`,
  );
  return row?.at ?? undefined;
}
