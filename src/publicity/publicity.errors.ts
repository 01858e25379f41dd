import type { SpanFault, TermFault } from '../../workflows/publicity';
import type { RefusalText } from '../platform/runner/refusals';

/** What each fault of a term says. */
export const TERM_FAULTS: Readonly<Record<TermFault, RefusalText>> = {
  startMissing: {
    code: 'PUBLICITY.START_MISSING',
    vi: 'Nội dung tính theo ngày hoặc tháng phải nêu ngày bắt đầu.',
    en: 'What is published by day or month needs its first day.',
  },
  startWithoutMeaning: {
    code: 'PUBLICITY.START_WITHOUT_MEANING',
    vi: 'Nội dung có một hạn duy nhất thì không nêu ngày bắt đầu.',
    en: 'What is due on one day has no first day.',
  },
  endsBeforeStart: {
    code: 'PUBLICITY.ENDS_BEFORE_START',
    vi: 'Ngày cuối cùng phải từ ngày bắt đầu trở đi.',
    en: 'The last day must not be before the first one.',
  },
  tooLong: {
    code: 'PUBLICITY.TOO_LONG',
    vi: 'Thời gian của một nội dung tuyên truyền không quá 4.000 ngày.',
    en: 'A piece runs for 4,000 days at most.',
  },
  notWholeMonths: {
    code: 'PUBLICITY.NOT_WHOLE_MONTHS',
    vi: 'Nội dung tính theo tháng phải trọn tháng: từ ngày mồng một đến ngày cuối tháng.',
    en: 'What is counted by month takes whole months, from the first day to the last.',
  },
};

/** What each fault of the days of a report says. */
export const SPAN_FAULTS: Readonly<Record<SpanFault, RefusalText>> = {
  spanMissing: {
    code: 'PUBLICITY.SPAN_MISSING',
    vi: 'Hãy nêu số liệu tính từ ngày nào.',
    en: 'Say from which day on the number counts.',
  },
  spanWithoutMeaning: {
    code: 'PUBLICITY.SPAN_WITHOUT_MEANING',
    vi: 'Nội dung có một hạn duy nhất thì báo cáo tổng số đến một ngày, không nêu từ ngày.',
    en: 'What is due on one day is reported as a total up to a day, without a first day.',
  },
  outsideTerm: {
    code: 'PUBLICITY.OUTSIDE_TERM',
    vi: 'Số liệu nằm ngoài thời gian của nội dung tuyên truyền.',
    en: 'The days lie outside those of the piece.',
  },
  notWholeMonths: TERM_FAULTS.notWholeMonths,
  overlaps: {
    code: 'PUBLICITY.ALREADY_REPORTED',
    vi: 'Những ngày này đã có số liệu: hãy rút số liệu cũ trước.',
    en: 'These days are reported already: withdraw that report first.',
  },
};

/** Why a command on a publicity plan is refused besides. */
export const PUBLICITY_REFUSALS = {
  alreadyPlanned: {
    code: 'PUBLICITY.ALREADY_PLANNED',
    vi: 'Phong trào đã có kế hoạch tuyên truyền.',
    en: 'The campaign has a publicity plan already.',
  },
  campaignOver: {
    code: 'PUBLICITY.CAMPAIGN_OVER',
    vi: 'Phong trào đã tổng kết hoặc đã hủy.',
    en: 'The campaign was concluded or cancelled.',
  },
  oneCharged: {
    code: 'PUBLICITY.ONE_IN_CHARGE',
    vi: 'Hãy nêu đúng một đơn vị hoặc một cơ quan ngoài hệ thống chịu trách nhiệm.',
    en: 'Name either one unit or one body outside as in charge.',
  },
  unknownUnit: {
    code: 'PUBLICITY.UNKNOWN_UNIT',
    vi: 'Đơn vị này không thuộc và không tham gia phong trào, hoặc đã sáp nhập, giải thể.',
    en: 'The unit neither belongs to the campaign nor takes part in it, or was merged or dissolved.',
  },
  codeTaken: {
    code: 'PUBLICITY.CODE_TAKEN',
    vi: 'Kế hoạch đã có nội dung mang mã này.',
    en: 'The plan has a piece with this code already.',
  },
  tooManyPieces: {
    code: 'PUBLICITY.TOO_MANY_PIECES',
    vi: 'Một kế hoạch có tối đa 500 nội dung tuyên truyền.',
    en: 'A plan has 500 pieces at most.',
  },
  badFigure: {
    code: 'PUBLICITY.BAD_FIGURE',
    vi: 'Chỉ tiêu số lượng không hợp lệ: từ 0 đến 1.000.000.000; loại k trên n phải nêu n và chỉ dùng cho nội dung có một hạn.',
    en: 'The figure does not fit: from 0 to 1,000,000,000; k of n names its n and is only for what is due on one day.',
  },
  unknownPiece: {
    code: 'PUBLICITY.UNKNOWN_PIECE',
    vi: 'Kế hoạch không có nội dung mang mã này, hoặc nội dung đã được bỏ.',
    en: 'The plan has no piece with this code, or it was dropped.',
  },
  reportedBeyond: {
    code: 'PUBLICITY.REPORTED_BEYOND',
    vi: 'Đã có số liệu sau ngày cuối cùng mới.',
    en: 'Something is reported for days after the new last day.',
  },
  badValue: {
    code: 'PUBLICITY.BAD_VALUE',
    vi: 'Số liệu phải từ 0 đến 1.000.000.000; loại k trên n phải là số nguyên không vượt n.',
    en: 'The number is from 0 to 1,000,000,000; of k of n it is whole and at most n.',
  },
  inTheFuture: {
    code: 'PUBLICITY.DATED_IN_THE_FUTURE',
    vi: 'Không báo cáo cho ngày ở tương lai.',
    en: 'Nothing is reported for a future day.',
  },
  unknownReport: {
    code: 'PUBLICITY.UNKNOWN_REPORT',
    vi: 'Không có số liệu đến ngày này, hoặc đã được rút.',
    en: 'There is no report up to this day, or it was withdrawn.',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
