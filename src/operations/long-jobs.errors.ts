import type { RefusalText } from '../platform/runner/refusals';

/** Why a command on long work is refused. */
export const LONG_JOB_REFUSALS = {
  over: {
    code: 'LONG_JOB.OVER',
    vi: 'Công việc này đã xong hoặc đã được hủy: không còn gì để hủy',
    en: 'This work is done or was cancelled: there is nothing left to cancel',
  },
  notFailed: {
    code: 'LONG_JOB.NOT_FAILED',
    vi: 'Chỉ công việc đã dừng vì lỗi mới cần làm tiếp',
    en: 'Only work that a failure stopped can be resumed',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
