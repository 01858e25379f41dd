import type { RefusalText } from '../platform/runner/refusals';

/** Why a change of the units is refused. */
export const UNIT_REFUSALS = {
  codeTaken: {
    code: 'UNIT.CODE_TAKEN',
    vi: 'Mã đơn vị này đã được dùng cho đơn vị khác: hãy chọn mã khác',
    en: 'Another unit has this code: choose another one',
  },
  unknownParent: {
    code: 'UNIT.UNKNOWN_PARENT',
    vi: 'Không có đơn vị cấp trên này trong phạm vi của bạn: hãy chọn đơn vị khác',
    en: 'There is no such parent unit within your scope: choose another one',
  },
  tooDeep: {
    code: 'UNIT.TOO_DEEP',
    vi: 'Cây đơn vị chỉ có tối đa 20 cấp: hãy chọn đơn vị cấp trên khác',
    en: 'The tree of units has at most 20 levels: choose another parent unit',
  },
  endsBeforeStart: {
    code: 'UNIT.ENDS_BEFORE_START',
    vi: 'Ngày kết thúc phải từ ngày bắt đầu trở đi',
    en: 'The last day must not be before the first one',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
