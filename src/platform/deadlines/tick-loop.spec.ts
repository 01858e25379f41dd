import { Logger } from '@nestjs/common';
import { instant, type Instant } from '../../../workflows/kernel';
import { VirtualClock } from '../clock/virtual-clock';
import { onceADay } from './once-a-day';
import { TickLoop, type TickTask } from './tick-loop';

const NOW = instant('2024-01-15T01:00:00.000Z');

/** A task that says when it has run so many times. */
function counting(times: number): TickTask & { readonly moments: Instant[]; readonly isReached: Promise<void> } {
  const moments: Instant[] = [];
  let reach: () => void = () => undefined;
  const isReached = new Promise<void>((resolve) => (reach = resolve));
  const run = (now: Instant): Promise<void> => {
    moments.push(now);
    if (moments.length === times) reach();
    return Promise.resolve();
  };
  return { name: 'counting', moments, isReached, run };
}

describe(TickLoop.name, () => {
  it('runs its tasks with the time of the clock until it is stopped', async () => {
    const task = counting(3);
    const loop = new TickLoop(new VirtualClock(NOW), [task], 1);
    loop.start();
    loop.start();
    await task.isReached;
    await loop.stop();
    const ran = task.moments.length;
    expect(task.moments[0]).toBe(NOW);
    await new Promise((resolve) => setImmediate(resolve));
    expect(task.moments).toHaveLength(ran);
  });

  it('goes on with the others, and again, after a task failed', async () => {
    const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation();
    const failing = { name: 'failing', run: () => Promise.reject(new Error('no')) };
    const task = counting(2);
    const loop = new TickLoop(new VirtualClock(NOW), [failing, task], 1);
    loop.start();
    await task.isReached;
    await loop.stop();
    expect(logged).toHaveBeenCalledWith(expect.stringContaining('failing failed'), expect.any(String));
  });

  it('ends a long pause when it is stopped', async () => {
    const task = counting(1);
    const loop = new TickLoop(new VirtualClock(NOW), [task], 60_000);
    loop.start();
    await task.isReached;
    await expect(loop.stop()).resolves.toBeUndefined();
  });

  it.each([0, 60_001, Number.NaN])('refuses a pause of %d ms', (pauseMs) => {
    expect(() => new TickLoop(new VirtualClock(NOW), [], pauseMs)).toThrow(RangeError);
  });
});

describe(onceADay.name, () => {
  it('runs once on each day in Vietnam, and again after a failure', async () => {
    const run = jest.fn().mockRejectedValueOnce(new Error('no')).mockResolvedValue(undefined);
    const task = onceADay({ name: 'daily', run });
    await expect(task.run(instant('2024-01-15T16:00:00.000Z'))).rejects.toThrow('no');
    await task.run(instant('2024-01-15T16:59:59.999Z'));
    await task.run(instant('2024-01-15T16:59:59.999Z'));
    expect(run).toHaveBeenCalledTimes(2);
    await task.run(instant('2024-01-15T17:00:00.000Z'));
    await task.run(instant('2024-01-16T16:59:59.999Z'));
    expect(run).toHaveBeenCalledTimes(3);
  });
});
