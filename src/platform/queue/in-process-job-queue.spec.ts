import { Logger } from '@nestjs/common';
import { InProcessJobQueue } from './in-process-job-queue';
import type { QueuedJob } from './job-queue.port';

const aJob = (id: string, name = 'some-job'): QueuedJob => ({ id, name, payload: {} });

/** Jobs that run until they are told to end. */
class Gate {
  readonly begun: string[] = [];
  private readonly ends = new Map<string, (error?: Error) => void>();

  readonly run = ({ id }: QueuedJob): Promise<void> => {
    this.begun.push(id);
    return new Promise((resolve, reject) => this.ends.set(id, (error) => (error ? reject(error) : resolve())));
  };

  async end(id: string, error?: Error): Promise<void> {
    this.ends.get(id)?.(error);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe(InProcessJobQueue.name, () => {
  const make = (total = 2, of = 2): { queue: InProcessJobQueue; gate: Gate } => ({
    queue: new InProcessJobQueue({ total, of: () => of }),
    gate: new Gate(),
  });

  it('runs jobs in order, so many at once as it may', async () => {
    const { queue, gate } = make();
    await queue.addMany([aJob('1'), aJob('2'), aJob('3')]);
    expect(gate.begun).toEqual([]);
    await queue.start(gate.run);
    expect(gate.begun).toEqual(['1', '2']);
    await gate.end('1');
    expect(gate.begun).toEqual(['1', '2', '3']);
  });

  it('lets other jobs pass one whose own limit is reached', async () => {
    const { queue, gate } = make(2, 1);
    await queue.start(gate.run);
    await queue.addMany([aJob('1', 'slow'), aJob('2', 'slow'), aJob('3', 'other')]);
    expect(gate.begun).toEqual(['1', '3']);
  });

  it('takes no second copy of a job that waits or runs, and one of a job that is over', async () => {
    const { queue, gate } = make(1);
    await queue.start(gate.run);
    await queue.addMany([aJob('1'), aJob('2')]);
    await queue.addMany([aJob('1'), aJob('2')]);
    await gate.end('1');
    await gate.end('2');
    expect(gate.begun).toEqual(['1', '2']);
    await queue.addMany([aJob('1')]);
    expect(gate.begun).toEqual(['1', '2', '1']);
  });

  it('goes on after a job whose outcome could not be written', async () => {
    const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation();
    const { queue, gate } = make(1);
    await queue.start(gate.run);
    await queue.addMany([aJob('1'), aJob('2')]);
    await gate.end('1', new Error('the database is away'));
    expect(gate.begun).toEqual(['1', '2']);
    expect(logged).toHaveBeenCalledWith(expect.stringContaining('some-job 1 stays in the outbox'));
  });

  it('is idle when nothing waits or runs', async () => {
    const { queue, gate } = make();
    await queue.start(gate.run);
    await expect(queue.whenIdle()).resolves.toBeUndefined();
    await queue.addMany([aJob('1')]);
    let isIdle = false;
    const idle = queue.whenIdle().then(() => (isIdle = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect(isIdle).toBe(false);
    await gate.end('1');
    await idle;
    expect(isIdle).toBe(true);
  });

  it('says so instead of waiting for ever when it was never started', async () => {
    const { queue } = make();
    await queue.addMany([aJob('1')]);
    await expect(queue.whenIdle()).rejects.toMatchObject({ code: 'JOB.QUEUE_NOT_RUNNING' });
  });

  it('stops after the running jobs and begins no other', async () => {
    const { queue, gate } = make(1);
    await queue.start(gate.run);
    await queue.addMany([aJob('1'), aJob('2')]);
    const stopping = queue.stop();
    await expect(queue.addMany([aJob('3')])).rejects.toMatchObject({ code: 'JOB.QUEUE_NOT_RUNNING' });
    await gate.end('1');
    await stopping;
    expect(gate.begun).toEqual(['1']);
  });
});
