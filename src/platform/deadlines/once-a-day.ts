import {
  localDateOf,
  millisecondsBetween,
  MS_PER_MINUTE,
  type Instant,
  type LocalDate,
} from '../../../workflows/kernel';
import { SKIPPED, type TickTask } from './tick-loop';

/**
 * Runs a task in the first round after the start and in the first one of each day in Asia/Ho_Chi_Minh.
 * A failure is tried again after a minute: what is done once a day may hold others up while it tries.
 * Several processes may do the same day's work: it must bear that.
 */
export function onceADay(task: TickTask): TickTask {
  let doneOn: LocalDate | undefined;
  let failedAt: Instant | undefined;
  return {
    name: task.name,
    run: async (now) => {
      const today = localDateOf(now);
      if (today === doneOn || isWithinAMinute(failedAt, now)) return SKIPPED;
      failedAt = now;
      await task.run(now);
      failedAt = undefined;
      doneOn = today;
      return undefined;
    },
  };
}

function isWithinAMinute(before: Instant | undefined, now: Instant): boolean {
  return before !== undefined && Math.abs(millisecondsBetween(before, now)) < MS_PER_MINUTE;
}
