import type { RefusalText } from '../../platform/runner/refusals';

/** Why a report on a subject is refused. */
export const FREEZE_REFUSALS = {
  endsBeforeStart: {
    code: 'FREEZE.ENDS_BEFORE_START',
    vi: 'Ngày kết thúc phải từ ngày bắt đầu trở đi.',
    en: 'The last day must not be before the first one.',
  },
  alreadyLifted: {
    code: 'FREEZE.ALREADY_LIFTED',
    vi: 'Việc tạm dừng này đã được gỡ bỏ.',
    en: 'This has been lifted already.',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
