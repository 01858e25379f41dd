import type { ExampleFault } from '../../workflows/example';
import type { RefusalText } from '../platform/runner/refusals';

/** What each fault of the core says. */
export const EXAMPLE_FAULTS: Readonly<Record<ExampleFault, RefusalText>> = {
  notInState: {
    code: 'EXAMPLE.NOT_IN_STATE',
    vi: 'Gương điển hình đang ở trạng thái không cho phép việc này.',
    en: 'The example is not in a state in which this can be done.',
  },
  erased: {
    code: 'EXAMPLE.ERASED',
    vi: 'Dữ liệu cá nhân của người được nêu gương đã bị xóa; chỉ có thể rút gương này.',
    en: 'The personal data of whom it is about were erased; all that is left is to withdraw it.',
  },
  consentMissing: {
    code: 'EXAMPLE.CONSENT_MISSING',
    vi: 'Hãy ghi sự đồng ý của người hoặc hộ được nêu gương trước khi tuyên truyền.',
    en: 'Note the consent of the person or household before it is published.',
  },
  nobodyToAsk: {
    code: 'EXAMPLE.NOBODY_TO_ASK',
    vi: 'Tập thể và mô hình không cần ghi ý kiến đồng ý.',
    en: 'For collectives and models there is nobody whose consent is noted.',
  },
};

/** Why a command on examples is refused besides. */
export const EXAMPLE_REFUSALS = {
  unknownUnit: {
    code: 'EXAMPLE.UNKNOWN_UNIT',
    vi: 'Không có đơn vị này trong phạm vi của bạn.',
    en: 'There is no such unit within your scope.',
  },
  dissolvedUnit: {
    code: 'EXAMPLE.UNIT_ENDED',
    vi: 'Đơn vị này đã sáp nhập hoặc giải thể.',
    en: 'The unit was merged or dissolved.',
  },
  subjectOrModel: {
    code: 'EXAMPLE.SUBJECT_OR_MODEL',
    vi: 'Hãy nêu đối tượng khi là cá nhân, tập thể hoặc hộ gia đình; mô hình thì không nêu đối tượng.',
    en: 'Name the subject of a person, collective or household, and none for a model.',
  },
  unknownSubject: {
    code: 'EXAMPLE.UNKNOWN_SUBJECT',
    vi: 'Không có đối tượng này trong phạm vi của đơn vị, hoặc dữ liệu đã bị xóa.',
    en: 'There is no such subject around the unit, or it was erased.',
  },
  unknownCampaign: {
    code: 'EXAMPLE.UNKNOWN_CAMPAIGN',
    vi: 'Không có phong trào này đối với đơn vị.',
    en: 'There is no such campaign for the unit.',
  },
  inTheFuture: {
    code: 'EXAMPLE.DATED_IN_THE_FUTURE',
    vi: 'Ngày ghi nhận không được ở tương lai.',
    en: 'What is recorded cannot be dated on a future day.',
  },
  alreadyNoted: {
    code: 'EXAMPLE.PUBLICATION_ALREADY_NOTED',
    vi: 'Lần tuyên truyền này đã được ghi: cùng kênh, cùng nơi, cùng ngày.',
    en: 'This publication is noted already: the same channel, outlet and day.',
  },
  unknownTarget: {
    code: 'EXAMPLE.UNKNOWN_TARGET',
    vi: 'Không có đối tượng, thành tích hoặc trường hợp này trong phạm vi của bạn.',
    en: 'There is no such subject, achievement or case within your scope.',
  },
  alreadyLinked: {
    code: 'EXAMPLE.ALREADY_LINKED',
    vi: 'Gương điển hình đã được gắn với mục này.',
    en: 'The example is linked with this already.',
  },
  noSuchLink: {
    code: 'EXAMPLE.NO_SUCH_LINK',
    vi: 'Gương điển hình không gắn với mục này.',
    en: 'The example is not linked with this.',
  },
  tooManyLinks: {
    code: 'EXAMPLE.TOO_MANY_LINKS',
    vi: 'Một gương điển hình gắn được với tối đa 200 mục.',
    en: 'An example is linked with 200 things at most.',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
