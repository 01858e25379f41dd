import type { RefusalText } from '../platform/runner/refusals';

/** Why an entry in the books of a fund is refused. */
export const FUND_REFUSALS = {
  alreadyOpen: {
    code: 'FUND.ALREADY_OPEN',
    vi: 'Sổ quỹ của năm này đã được mở.',
    en: 'The books of this year are open already.',
  },
  notOpen: {
    code: 'FUND.NOT_OPEN',
    vi: 'Hãy mở sổ quỹ của năm trước khi ghi.',
    en: 'Open the books of the year first.',
  },
  closed: {
    code: 'FUND.CLOSED',
    vi: 'Sổ quỹ của năm này đã khóa.',
    en: 'The books of this year are closed.',
  },
  otherYear: {
    code: 'FUND.OTHER_YEAR',
    vi: 'Ngày ghi sổ phải thuộc năm của sổ quỹ.',
    en: 'The day must lie in the year of the books.',
  },
  nothing: {
    code: 'FUND.NOTHING',
    vi: 'Số tiền phải lớn hơn 0.',
    en: 'The amount must be above 0.',
  },
  overdrawn: {
    code: 'FUND.OVERDRAWN',
    vi: 'Số dư của quỹ không đủ để chi khoản này.',
    en: 'The balance of the fund does not cover this.',
  },
  yearNotOver: {
    code: 'FUND.YEAR_NOT_OVER',
    vi: 'Chỉ khóa sổ sau khi năm đã kết thúc.',
    en: 'The books are closed after the year is over.',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
