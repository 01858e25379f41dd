import { AppError } from '../platform/errors/app-error';
import type { RefusalText } from '../platform/runner/refusals';

/** The choice is none that this ballot offers. It says no more: what was chosen is nobody's business. */
export class ChoiceNotOfferedError extends AppError {
  constructor() {
    super('REVIEW.CHOICE_NOT_OFFERED', 'The ballot on this item does not offer this choice', {}, { level: 'info' });
  }
}

/** Why a command on a review round is refused by what lies beside its machine. */
export const REVIEW_REFUSALS = {
  notYourConflict: {
    code: 'REVIEW.NOT_YOUR_CONFLICT',
    vi: 'Thành viên chỉ tự khai xung đột lợi ích của mình; hãy báo Chủ tịch hoặc cơ quan thường trực để ghi cho người khác.',
    en: 'Members declare their own conflicts of interest; tell the chair or the standing office about somebody else’s.',
  },
  notYourSignature: {
    code: 'REVIEW.NOT_YOUR_SIGNATURE',
    vi: 'Thành viên tự ký cho mình; cơ quan thường trực chỉ ghi nhận chữ ký đã có trên bản giấy (onPaper).',
    en: 'Members sign for themselves; the standing office records a signature that it has on paper (onPaper).',
  },
  paperIsTheOffices: {
    code: 'REVIEW.PAPER_IS_THE_OFFICES',
    vi: 'Chỉ cơ quan thường trực ghi nhận chữ ký trên bản giấy.',
    en: 'Only the standing office records a signature on paper.',
  },
  unknownCampaign: {
    code: 'REVIEW.UNKNOWN_CAMPAIGN',
    vi: 'Hội đồng này không có phong trào thi đua đó; hãy chọn phong trào của cấp mình hoặc để trống.',
    en: 'The council has no such campaign; choose one of its level or leave it out.',
  },
  kindNotOfHost: {
    code: 'REVIEW.KIND_NOT_OF_HOST',
    vi: 'Hội đồng này không họp theo hình thức đó; hãy chọn hình thức khác.',
    en: 'This council does not hold rounds of this kind; choose another kind.',
  },
  // A remark is kept under its author's name, and might say what the paper says.
  remarkOnVote: {
    code: 'REVIEW.REMARK_ON_VOTE',
    vi: 'Phiếu không kèm ghi chú; hãy bỏ ghi chú rồi gửi lại.',
    en: 'A vote carries no remark; leave the comment out and send it again.',
  },
  countTwice: {
    code: 'REVIEW.COUNT_TWICE',
    vi: 'Có nội dung hoặc lựa chọn được nêu hai lần trong số liệu kiểm phiếu; hãy nêu mỗi mục một lần.',
    en: 'An item, or an option of one, is counted twice; state each once.',
  },
  noOpinionDue: {
    code: 'REVIEW.NO_OPINION_DUE',
    vi: 'Khi mở bỏ phiếu nội dung này, thành viên không thuộc diện gửi ý kiến bằng văn bản.',
    en: 'When the ballot on this item was opened, this member was not among those who may send a written opinion.',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
