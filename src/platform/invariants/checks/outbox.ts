import { addMilliseconds, MS_PER_HOUR, type Instant } from '../../../../workflows/kernel';
import type { RowReader } from '../../persistence/unit-of-work.port';
import type { Invariant, Violation } from '../invariant';
import { MOST_VIOLATIONS } from '../scan';
import { countOf } from '../stored-instances';

/** Jobs get done: none was given up, and none that is due has been waiting for an hour. */
export const outboxMoves: Invariant = {
  name: 'outbox-moves',
  promise: 4,
  describe: {
    vi: 'Không có việc nào bị bỏ dở; không việc đến hạn nào chờ quá một giờ.',
    en: 'No job was given up, and none that is due has been waiting for an hour.',
  },
  check: async ({ reads, now, checked }) => {
    checked(await countOf(reads, 'outbox'));
    return [...(await givenUp(reads)), ...(await waiting(reads, now))];
  },
};

async function givenUp(reads: RowReader): Promise<readonly Violation[]> {
  const rows = await reads.rows<{ id: string; job: string; deadAt: string }>(
    `SELECT id, job, dead_at AS "deadAt" FROM outbox WHERE dead_at IS NOT NULL ORDER BY id LIMIT ${MOST_VIOLATIONS}`,
  );
  return rows.map(({ id, job, deadAt }) => ({
    subject: `job ${id}`,
    message: `${job} was given up at ${deadAt}: see its last_error, mend the cause and have it run again`,
  }));
}

/** A machine that was switched off has such jobs and loses none of them: hence only a warning. */
async function waiting(reads: RowReader, now: Instant): Promise<readonly Violation[]> {
  const rows = await reads.rows<{ id: string; job: string; availableAt: string }>(
    `SELECT id, job, available_at AS "availableAt" FROM outbox
     WHERE done_at IS NULL AND dead_at IS NULL AND available_at <= ?
     ORDER BY available_at, id LIMIT ${MOST_VIOLATIONS}`,
    [addMilliseconds(now, -MS_PER_HOUR)],
  );
  return rows.map(({ id, job, availableAt }) => ({
    subject: `job ${id}`,
    message: `${job} is open although it has been due since ${availableAt}: does a worker run?`,
    level: 'warning',
  }));
}
