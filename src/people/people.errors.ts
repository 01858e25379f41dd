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
} as const satisfies Readonly<Record<string, RefusalText>>;

/** Why a change of the collectives is refused. */
export const COLLECTIVE_REFUSALS = {
  unknownUnit: {
    code: 'COLLECTIVE.UNKNOWN_UNIT',
    vi: 'Không có đơn vị này trong phạm vi của bạn: hãy chọn đơn vị khác',
    en: 'There is no such unit within your scope: choose another one',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;

/** Why a change of the households is refused. */
export const HOUSEHOLD_REFUSALS = {
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
