import { addMilliseconds, instant, MS_PER_MINUTE, type Instant } from '../../../workflows/kernel';
import { onceADay } from './once-a-day';

// 23:00 in Vietnam: an hour before the next day.
const EVENING = instant('2024-01-19T16:00:00.000Z');
const later = (minutes: number): Instant => addMilliseconds(EVENING, minutes * MS_PER_MINUTE);

describe(onceADay.name, () => {
  const failing = (failures: number): { task: ReturnType<typeof onceADay>; runs: Instant[] } => {
    const runs: Instant[] = [];
    const run = (now: Instant): Promise<void> => {
      runs.push(now);
      return runs.length <= failures ? Promise.reject(new Error('away')) : Promise.resolve();
    };
    return { task: onceADay({ name: 'task', run }), runs };
  };

  it('runs in the first round and then in the first one of each day in Vietnam', async () => {
    const { task, runs } = failing(0);
    for (const minutes of [0, 1, 59, 60, 61]) await task.run(later(minutes));
    expect(runs).toEqual([later(0), later(60)]);
  });

  it('tries again a minute after a failure, not in every round', async () => {
    const { task, runs } = failing(1);
    await expect(task.run(EVENING)).rejects.toThrow('away');
    await task.run(addMilliseconds(EVENING, 1_000));
    await task.run(later(1));
    await task.run(later(2));
    expect(runs).toEqual([EVENING, later(1)]);
  });

  it('does not wait for a minute that the clock went back behind', async () => {
    const { task, runs } = failing(1);
    await expect(task.run(EVENING)).rejects.toThrow('away');
    await task.run(later(-10));
    expect(runs).toHaveLength(2);
  });
});
