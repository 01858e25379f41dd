import type { RefusalText } from '../../platform/runner/refusals';

/** Why a change of the ratings is refused. */
export const RATING_REFUSALS = {
  alreadyRecorded: {
    code: 'RATING.ALREADY_RECORDED',
    vi: 'Năm này của đối tượng đã có mức xếp loại: hãy rút mức đã ghi trước khi ghi mức khác.',
    en: 'The subject has a rating of this year: withdraw it before you record another one.',
  },
  yearNotBegun: {
    code: 'RATING.YEAR_NOT_BEGUN',
    vi: 'Năm này chưa bắt đầu: chưa thể có mức xếp loại.',
    en: 'This year has not begun: it cannot have been rated.',
  },
  alreadyWithdrawn: {
    code: 'RATING.ALREADY_WITHDRAWN',
    vi: 'Mức xếp loại này đã được rút.',
    en: 'This rating was withdrawn already.',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
