import type { ConsultationFault } from '../../../workflows/award';
import type { RefusalText } from '../../platform/runner/refusals';

/** What each fault of the core says. */
export const CONSULTATION_FAULTS: Readonly<Record<ConsultationFault, RefusalText>> = {
  ended: {
    code: 'CONSULTATION.ENDED',
    vi: 'Việc lấy ý kiến này đã kết thúc hoặc đã hủy.',
    en: 'This consultation has ended or was withdrawn.',
  },
  otherKind: {
    code: 'CONSULTATION.OTHER_KIND',
    vi: 'Lệnh này không dành cho loại lấy ý kiến đó: công khai thì ghi phản ánh, hỏi bằng văn bản thì ghi trả lời.',
    en: 'That is not for this kind: objections belong to a public comment, an answer to a written question.',
  },
  termRunning: {
    code: 'CONSULTATION.TERM_RUNNING',
    vi: 'Chưa hết thời hạn công khai; hãy đợi hết ngày cuối cùng.',
    en: 'The names are still published; wait until the last day is over.',
  },
  objectionsOpen: {
    code: 'CONSULTATION.OBJECTIONS_OPEN',
    vi: 'Còn phản ánh chưa được trả lời; hãy trả lời trước khi kết thúc hoặc hủy.',
    en: 'An objection has no answer yet; answer it before closing or withdrawing.',
  },
  notBegun: {
    code: 'CONSULTATION.NOT_BEGUN',
    vi: 'Chưa đến ngày bắt đầu lấy ý kiến.',
    en: 'The consultation has not begun yet.',
  },
};

/** Why a command on a consultation is refused. */
export const CONSULTATION_REFUSALS = {
  oneTarget: {
    code: 'CONSULTATION.ONE_TARGET',
    vi: 'Hãy nêu đúng một trường hợp hoặc một danh sách tổng hợp.',
    en: 'Name either one case or one consolidated list.',
  },
  outOfOrder: {
    code: 'CONSULTATION.ENDS_BEFORE_START',
    vi: 'Ngày cuối cùng phải từ ngày bắt đầu trở đi.',
    en: 'The last day must not be before the first one.',
  },
  termMissing: {
    code: 'CONSULTATION.TERM_MISSING',
    vi: 'Lấy ý kiến công khai phải nêu ngày cuối cùng và nơi công khai.',
    en: 'A public comment needs its last day and the place where the names are published.',
  },
  caseSettled: {
    code: 'CONSULTATION.CASE_SETTLED',
    vi: 'Trường hợp này không còn đang được xét nên không lấy ý kiến nữa.',
    en: 'The case is not being considered any more, so nobody is asked about it.',
  },
  alreadyAsked: {
    code: 'CONSULTATION.ALREADY_ASKED',
    vi: 'Đã hỏi ý kiến cấp ủy Đảng về nội dung này; hãy ghi trả lời hoặc hủy lần hỏi trước.',
    en: 'The Party committee has been asked about this; record its answer or withdraw the question before.',
  },
  noObjection: {
    code: 'CONSULTATION.NO_SUCH_OBJECTION',
    vi: 'Không có phản ánh này trong lần lấy ý kiến, hoặc phản ánh đã được trả lời.',
    en: 'There is no such objection here, or it has been answered.',
  },
  answeredInTheFuture: {
    code: 'CONSULTATION.DATED_IN_THE_FUTURE',
    vi: 'Ngày ghi nhận không được ở tương lai.',
    en: 'What is recorded cannot be dated on a future day.',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
