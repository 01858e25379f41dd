import { localDateOf, type LocalDate } from '../../../workflows/kernel';
import type { TickTask } from './tick-loop';

/**
 * Runs a task in the first round after the start and in the first one of each day in Asia/Ho_Chi_Minh.
 * A failure is tried again in the next round. Several processes may do the same day's work: it must bear that.
 */
export function onceADay(task: TickTask): TickTask {
  let doneOn: LocalDate | undefined;
  return {
    name: task.name,
    run: async (now) => {
      const today = localDateOf(now);
      if (today === doneOn) return;
      await task.run(now);
      doneOn = today;
    },
  };
}
