import type { RefusalText } from '../../platform/runner/refusals';

/** Why a change of the lists of violations is refused. */
export const VIOLATION_REFUSALS = {
  unknownUnit: {
    code: 'VIOLATION_LIST.UNKNOWN_UNIT',
    vi: 'Không có đơn vị này trong phạm vi của bạn: hãy chọn đơn vị khác.',
    en: 'There is no such unit within your scope: choose another one.',
  },
  endsBeforeStart: {
    code: 'VIOLATION_LIST.ENDS_BEFORE_START',
    vi: 'Ngày cuối của kỳ phải từ ngày đầu trở đi.',
    en: 'The last day must not be before the first one.',
  },
  unknownSubject: {
    code: 'VIOLATION_LIST.UNKNOWN_SUBJECT',
    vi: 'Không có đối tượng này trong đơn vị nhận danh sách và các đơn vị bên dưới.',
    en: 'There is no such subject in the unit that received the list or below it.',
  },
  alreadySettled: {
    code: 'VIOLATION_LIST.ALREADY_SETTLED',
    vi: 'Danh sách không có dòng này, hoặc dòng đã được kết luận.',
    en: 'The list has no such row, or it was settled already.',
  },
  erased: {
    code: 'VIOLATION_LIST.ERASED',
    vi: 'Dữ liệu cá nhân của danh sách đã được xóa.',
    en: 'The personal data of this list was erased.',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
