import type { Label } from '../kernel';

/** What becomes of long work. */
export const LONG_JOB_STATES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;

export type LongJobState = (typeof LONG_JOB_STATES)[number];

/** What each state is called. */
export const LONG_JOB_LABELS: Readonly<Record<LongJobState, Label>> = {
  queued: { vi: 'Đang chờ', en: 'Waiting' },
  running: { vi: 'Đang thực hiện', en: 'Running' },
  done: { vi: 'Đã xong', en: 'Done' },
  failed: { vi: 'Dừng vì lỗi', en: 'Stopped by a failure' },
  cancelled: { vi: 'Đã hủy', en: 'Cancelled' },
};

/** What each command on long work is called. */
export const LONG_JOB_COMMANDS = {
  'job.startBulk': {
    vi: 'Gửi một lệnh tới nhiều đối tượng đã xem trước',
    en: 'Send a command to many things that were previewed',
  },
  'job.cancel': { vi: 'Hủy phần việc còn lại', en: 'Cancel what is left' },
  'job.resume': { vi: 'Làm tiếp công việc đã dừng vì lỗi', en: 'Go on with work that a failure stopped' },
} as const satisfies Readonly<Record<string, Label>>;

/** How often in a row a step may fail before the work stops. */
export const MOST_FAILURES = 5;

/** True when nothing more is done. A failed job is over until somebody resumes it. */
export function isOver(state: LongJobState): boolean {
  return state === 'done' || state === 'failed' || state === 'cancelled';
}

/** What is left can be cancelled as long as anything is: work that failed as well, so that nobody resumes it. */
export function mayCancel(state: LongJobState): boolean {
  return state !== 'done' && state !== 'cancelled';
}

/** Only what a failure stopped can be resumed: everything else goes on by itself, or was ended on purpose. */
export function mayResume(state: LongJobState): boolean {
  return state === 'failed';
}

/** The state after so many failures in a row. */
export function stateAfterFailure(state: LongJobState, failures: number): LongJobState {
  return failures >= MOST_FAILURES ? 'failed' : state;
}

/** Two tallies of fates added up. */
export function addCounts(
  before: Readonly<Record<string, number>>,
  more: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  const sum = { ...before };
  for (const [fate, count] of Object.entries(more)) sum[fate] = (sum[fate] ?? 0) + count;
  return sum;
}
