import type { RefusalText } from '../../platform/runner/refusals';

/** Why a change of the disciplinary records is refused. */
export const DISCIPLINE_REFUSALS = {
  alreadyRecorded: {
    code: 'DISCIPLINE.ALREADY_RECORDED',
    vi: 'Hình thức kỷ luật theo văn bản này đã được ghi cho đối tượng.',
    en: 'This measure by this paper is on record for the subject already.',
  },
  endsBeforeStart: {
    code: 'DISCIPLINE.ENDS_BEFORE_START',
    vi: 'Ngày kết thúc phải từ ngày bắt đầu trở đi.',
    en: 'The last day must not be before the first one.',
  },
  otherFreeze: {
    code: 'DISCIPLINE.OTHER_FREEZE',
    vi: 'Không có việc tạm dừng này đối với đối tượng: hãy chọn đúng việc tạm dừng.',
    en: 'The subject has no such report of something pending: choose one of its own.',
  },
  otherViolation: {
    code: 'DISCIPLINE.OTHER_VIOLATION',
    vi: 'Dòng này của danh sách vi phạm chưa được xác nhận là về đối tượng: hãy xác nhận trước.',
    en: 'This row of a list of violations was not confirmed to be about the subject: confirm it first.',
  },
  alreadyLifted: {
    code: 'DISCIPLINE.ALREADY_LIFTED',
    vi: 'Kỷ luật này đã được chấm dứt hoặc đã được rút.',
    en: 'It was lifted or withdrawn already.',
  },
  liftedOutside: {
    code: 'DISCIPLINE.LIFTED_OUTSIDE',
    vi: 'Ngày chấm dứt phải nằm trong thời hạn kỷ luật.',
    en: 'It can be lifted only within its period.',
  },
  alreadyWithdrawn: {
    code: 'DISCIPLINE.ALREADY_WITHDRAWN',
    vi: 'Kỷ luật này đã được rút.',
    en: 'It was withdrawn already.',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
