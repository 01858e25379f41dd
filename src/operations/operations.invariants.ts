import { countOf, lookTwice, MOST_VIOLATIONS, type Invariant } from '../platform/invariants';

/** Long work that is not over has a step that waits in the outbox: nothing that was asked for stands still. */
const longJobsGoOn: Invariant = {
  name: 'long-jobs-go-on',
  promise: 1,
  describe: {
    vi: 'Công việc dài chưa xong luôn có bước tiếp theo đang chờ; công việc đã xong đã xử lý đủ mọi dòng.',
    en: 'Long work that is not over has a next step that waits; what is done has dealt with all its rows.',
  },
  check: async ({ reads, checked }) => {
    checked(await countOf(reads, 'long_jobs'));
    return lookTwice(async () => {
      const rows = await reads.rows<{ id: string }>(
        `SELECT j.id FROM long_jobs j
         WHERE (j.state IN ('queued', 'running') AND NOT EXISTS (
             SELECT 1 FROM outbox o WHERE o.job = 'take-long-job-step' AND o.done_at IS NULL AND o.dead_at IS NULL
               AND o.payload = '{"jobId":"' || j.id || '","step":' || j.step || '}'))
           OR (j.state = 'done' AND j.done <> j.total) OR j.done > j.total
         ORDER BY j.id LIMIT ${MOST_VIOLATIONS}`,
      );
      return rows.map(({ id }) => ({ subject: `job ${id}`, message: 'stands still, or is done without all its rows' }));
    });
  },
};

/** What holds of long work. */
export const operationsInvariants: readonly Invariant[] = [longJobsGoOn];
