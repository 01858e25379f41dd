import type { RefusalText } from '../platform/runner/refusals';

/** Why a change of the people is refused. */
export const PERSON_REFUSALS = {
  unknownUnit: {
    code: 'PERSON.UNKNOWN_UNIT',
    vi: 'Không có đơn vị này trong phạm vi của bạn: hãy chọn đơn vị khác',
    en: 'There is no such unit within your scope: choose another one',
  },
  erased: {
    code: 'PERSON.ERASED',
    vi: 'Dữ liệu cá nhân của người này đã được xóa: không thể thay đổi',
    en: 'The data of this person was erased: nothing can be changed any more',
  },
  sameUnit: {
    code: 'PERSON.SAME_UNIT',
    vi: 'Người này đã thuộc đơn vị đó',
    en: 'The person already belongs to that unit',
  },
  dissolvedUnit: {
    code: 'PERSON.DISSOLVED_UNIT',
    vi: 'Đơn vị này đã được sáp nhập hoặc giải thể: hãy chọn đơn vị tiếp nhận',
    en: 'The unit was merged or dissolved: choose the unit that took over',
  },
  numberTaken: {
    code: 'PERSON.NATIONAL_ID_TAKEN',
    vi: 'Số định danh này đã có trong danh sách: {who}',
    en: 'This identity number is there already: {who}',
  },
  looksLike: {
    code: 'PERSON.LOOKS_LIKE',
    vi: 'Đã có người cùng tên và ngày sinh ({who}): nếu là người khác, hãy xác nhận điều đó',
    en: 'Somebody of the same name and birthday is there already ({who}): if this is another person, say so',
  },
  noLeader: {
    code: 'PERSON.NO_LEADER',
    vi: 'Người không giữ chức vụ lãnh đạo, quản lý thì không có cấp lãnh đạo: hãy bỏ một trong hai',
    en: 'Who is no leader has no level of leadership: leave one of the two out',
  },
  unknownPerson: {
    code: 'PERSON.UNKNOWN_PERSON',
    vi: 'Không có người thứ hai này trong phạm vi của bạn: hãy chọn người khác',
    en: 'There is no such second person within your scope: choose another one',
  },
  merged: {
    code: 'PERSON.MERGED',
    vi: 'Dòng này đã được gộp vào dòng khác của cùng một người: hãy dùng dòng được giữ lại',
    en: 'This row was merged into another one of the same person: use the one that stayed',
  },
  differentNumbers: {
    code: 'PERSON.DIFFERENT_NATIONAL_IDS',
    vi: 'Hai dòng có số định danh khác nhau: đó là hai người',
    en: 'The two rows have different identity numbers: these are two people',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;

/** Why a change of the collectives is refused. */
export const COLLECTIVE_REFUSALS = {
  dissolvedUnit: {
    code: 'COLLECTIVE.DISSOLVED_UNIT',
    vi: 'Đơn vị này đã được sáp nhập hoặc giải thể: hãy chọn đơn vị tiếp nhận',
    en: 'The unit was merged or dissolved: choose the unit that took over',
  },
  sameUnit: {
    code: 'COLLECTIVE.SAME_UNIT',
    vi: 'Tập thể này đã thuộc đơn vị đó',
    en: 'The collective already belongs to that unit',
  },
  unknownUnit: {
    code: 'COLLECTIVE.UNKNOWN_UNIT',
    vi: 'Không có đơn vị này trong phạm vi của bạn: hãy chọn đơn vị khác',
    en: 'There is no such unit within your scope: choose another one',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;

/** Why a change of the households is refused. */
export const HOUSEHOLD_REFUSALS = {
  dissolvedUnit: {
    code: 'HOUSEHOLD.DISSOLVED_UNIT',
    vi: 'Đơn vị này đã được sáp nhập hoặc giải thể: hãy chọn đơn vị tiếp nhận',
    en: 'The unit was merged or dissolved: choose the unit that took over',
  },
  sameUnit: {
    code: 'HOUSEHOLD.SAME_UNIT',
    vi: 'Hộ gia đình này đã thuộc đơn vị đó',
    en: 'The household already belongs to that unit',
  },
  looksLike: {
    code: 'HOUSEHOLD.LOOKS_LIKE',
    vi: 'Đơn vị đã có hộ gia đình cùng chủ hộ và địa chỉ: nếu là hộ khác, hãy xác nhận điều đó',
    en: 'A household of the same head and address is there already: if this is another one, say so',
  },
  unknownUnit: {
    code: 'HOUSEHOLD.UNKNOWN_UNIT',
    vi: 'Không có đơn vị này trong phạm vi của bạn: hãy chọn đơn vị khác',
    en: 'There is no such unit within your scope: choose another one',
  },
  erased: {
    code: 'HOUSEHOLD.ERASED',
    vi: 'Dữ liệu của hộ gia đình này đã được xóa: không thể thay đổi',
    en: 'The data of this household was erased: nothing can be changed any more',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
