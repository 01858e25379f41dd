import { addMilliseconds, type Instant } from '../../workflows/kernel';
import { addToOutbox } from '../../src/platform/persistence';
import type { QueuedJob } from '../../src/platform/queue/job-queue.port';
import { eventually } from '../support/eventually';
import type { Rig } from './background-rig';
import { SampleJobs } from './sample-jobs';
import { describeOnBoth, useRig } from './use-rig';

interface OutboxState {
  readonly job: string;
  readonly attempts: number;
  readonly available_at: Instant;
  readonly last_error: string | null;
  readonly done_at: string | null;
  readonly dead_at: string | null;
}

describeOnBoth('jobs', (database) => {
  const { rig: make } = useRig(database);

  async function withJobs(): Promise<{ rig: Rig; jobs: SampleJobs }> {
    const made: SampleJobs[] = [];
    const jobsOf = (rig: Rig): SampleJobs[] => {
      made.push(new SampleJobs(rig));
      return made;
    };
    const rig = await make({ jobs: jobsOf });
    return { rig, jobs: made[0]! };
  }

  async function add(rig: Rig, name: string, payload: object = {}): Promise<QueuedJob> {
    const [id, at] = [rig.ids.next(), rig.clock.now()];
    await rig.persistence.uow.run((tx) =>
      addToOutbox(tx, [{ id, job: name, payload, availableAt: at, createdAt: at }]),
    );
    return { id, name, payload };
  }

  const outbox = (rig: Rig): Promise<OutboxState[]> =>
    rig.rows<OutboxState>('SELECT job, attempts, available_at, last_error, done_at, dead_at FROM outbox ORDER BY id');
  const effects = (rig: Rig): Promise<object[]> => rig.rows('SELECT user_id FROM notices');

  it('has one effect when a job is delivered twice, one after the other or at once', async () => {
    const { rig, jobs } = await withJobs();
    const job = await add(rig, 'note-once', { name: 'ban thi đua' });
    await rig.executor.run(job);
    await rig.executor.run(job);
    await Promise.all([rig.executor.run(job), rig.executor.run(job)]);
    expect(jobs.begun).toHaveLength(4);
    expect(await effects(rig)).toHaveLength(1);
    const other = await add(rig, 'note-once', { name: 'phòng nội vụ' });
    await Promise.all([rig.executor.run(other), rig.executor.run(other)]);
    expect(await effects(rig)).toHaveLength(2);
    expect((await outbox(rig)).map(({ done_at }) => done_at)).toEqual([rig.clock.now(), rig.clock.now()]);
  });

  it('keeps a poisoned job as dead with its error after its last try, and the others go on', async () => {
    const { rig, jobs } = await withJobs();
    await add(rig, 'poisoned', { name: 'x' });
    await add(rig, 'note-once', { name: 'y' });
    await rig.relay.drain();
    for (let round = 0; round < 5; round += 1) {
      rig.clock.advance(3_600_000);
      await rig.relay.drain();
    }
    expect(jobs.begun.filter((name) => name === 'x')).toHaveLength(3);
    expect(await effects(rig)).toHaveLength(1);
    expect(await outbox(rig)).toEqual([
      expect.objectContaining({
        job: 'poisoned',
        attempts: 3,
        last_error: 'Error: poisoned by x',
        done_at: null,
        dead_at: expect.any(String),
      }),
      expect.objectContaining({ job: 'note-once', last_error: null, done_at: expect.any(String), dead_at: null }),
    ]);
  });

  it('waits in the database between two tries, by the policy and with jitter', async () => {
    const { rig, jobs } = await withJobs();
    const start = rig.clock.now();
    await add(rig, 'away', { name: 'x' });
    await rig.relay.drain();
    const [first] = await outbox(rig);
    expect(first).toMatchObject({ attempts: 1, last_error: 'JOB.RETRYABLE: the server is away', done_at: null });
    expect(first!.available_at >= addMilliseconds(start, 30_000)).toBe(true);
    expect(first!.available_at <= addMilliseconds(start, 60_000)).toBe(true);
    rig.clock.set(addMilliseconds(first!.available_at, -1));
    await rig.relay.drain();
    expect(jobs.begun).toHaveLength(1);
    rig.clock.set(first!.available_at);
    await rig.relay.drain();
    expect(jobs.begun).toHaveLength(2);
    rig.clock.advance(120_000);
    await rig.relay.drain();
    expect((await outbox(rig))[0]).toMatchObject({ done_at: rig.clock.now(), dead_at: null });
  });

  it('gives up at once on what can never be done, and says why', async () => {
    const { rig } = await withJobs();
    await add(rig, 'hopeless');
    await add(rig, 'note-once', { name: 'x', surprise: 1 });
    await add(rig, 'from-a-newer-version');
    await rig.relay.drain();
    expect((await outbox(rig)).map(({ last_error, dead_at }) => [last_error, dead_at])).toEqual([
      ['JOB.TERMINAL: this can never be done', rig.clock.now()],
      ['JOB.BAD_PAYLOAD: The payload of note-once cannot be used: property surprise should not exist', rig.clock.now()],
      ['JOB.NO_HANDLER: This worker has no handler for from-a-newer-version', rig.clock.now()],
    ]);
  });

  it('takes a job that is longer than its limit for failed and tells the handler', async () => {
    const { rig } = await withJobs();
    await add(rig, 'hang');
    await rig.relay.drain();
    expect((await outbox(rig))[0]).toMatchObject({
      attempts: 1,
      last_error: 'JOB.TIMED_OUT: The job hang took longer than 20 ms',
      done_at: null,
      dead_at: null,
    });
  });

  it('runs no more of one job at once than its policy allows', async () => {
    const { rig, jobs } = await withJobs();
    for (const name of ['a', 'b', 'c', 'd']) await add(rig, 'one-by-one', { name });
    await rig.relay.drain();
    expect(jobs.begun).toEqual(['a', 'b', 'c', 'd']);
    expect(jobs.mostRunning).toBe(1);
  });

  it('waits for running jobs when it stops, and leaves the others to the next start', async () => {
    const { rig, jobs } = await withJobs();
    await add(rig, 'held', { name: 'first' });
    rig.relay.start();
    await eventually(() => expect(jobs.begun).toEqual(['first']));
    await rig.relay.stop();
    let isStopped = false;
    const stopping = rig.queue.stop().then(() => (isStopped = true));
    const late = rig.queue.addMany([{ id: rig.ids.next(), name: 'held', payload: { name: 'second' } }]);
    await expect(late).rejects.toMatchObject({ code: 'JOB.QUEUE_NOT_RUNNING' });
    expect(isStopped).toBe(false);
    jobs.release();
    await stopping;
    expect(jobs.begun).toEqual(['first']);
    expect((await outbox(rig))[0]?.done_at).toBe(rig.clock.now());
  });
});
