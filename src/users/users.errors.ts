import type { RefusalText } from '../platform/runner/refusals';

/** Why a change of the users is refused. */
export const USER_REFUSALS = {
  loginTaken: {
    code: 'USER.LOGIN_TAKEN',
    vi: 'Tên đăng nhập này đã được dùng: hãy chọn tên khác',
    en: 'Another user has this login: choose another one',
  },
  unknownUnit: {
    code: 'USER.UNKNOWN_UNIT',
    vi: 'Không có đơn vị này trong phạm vi của bạn: hãy chọn đơn vị khác',
    en: 'There is no such unit within your scope: choose another one',
  },
  unknownPerson: {
    code: 'USER.UNKNOWN_PERSON',
    vi: 'Không có người này trong phạm vi của bạn: hãy thêm người vào danh sách trước',
    en: 'There is no such person within your scope: add the person first',
  },
  unknownCouncil: {
    code: 'USER.UNKNOWN_COUNCIL',
    vi: 'Không có Hội đồng này trong phạm vi của bạn: hãy chọn Hội đồng khác',
    en: 'There is no such council within your scope: choose another one',
  },
  councilMissing: {
    code: 'USER.COUNCIL_MISSING',
    vi: 'Chủ tịch và thành viên Hội đồng phải thuộc một Hội đồng: hãy chọn Hội đồng',
    en: 'The chair and the members of a council sit in one: choose the council',
  },
  endsBeforeStart: {
    code: 'USER.ENDS_BEFORE_START',
    vi: 'Ngày kết thúc phải từ ngày bắt đầu trở đi',
    en: 'The last day must not be before the first one',
  },
  ownSeat: {
    code: 'USER.OWN_SEAT',
    vi: 'Không ai được tự giao vị trí cho mình: hãy nhờ người quản trị khác',
    en: 'Nobody gives themself a seat: ask another administrator',
  },
  roleBeyondYours: {
    code: 'USER.ROLE_BEYOND_YOURS',
    vi: 'Vị trí này có quyền mà bạn không có tại đơn vị đó: hãy nhờ quản trị viên của đơn vị',
    en: 'This seat may do what you may not at that unit: ask an administrator of the unit',
  },
  seatsBeyondYours: {
    code: 'USER.SEATS_BEYOND_YOURS',
    vi: 'Tài khoản này giữ vị trí có quyền mà bạn không có: hãy nhờ quản trị viên của đơn vị',
    en: 'The account holds a seat that may do what you may not: ask an administrator of the unit',
  },
  seatHeld: {
    code: 'USER.SEAT_HELD',
    vi: 'Người dùng đã giữ vị trí này trong khoảng thời gian đó',
    en: 'The user holds this seat within that time already',
  },
  unknownSeat: {
    code: 'USER.UNKNOWN_SEAT',
    vi: 'Người dùng không có vị trí này',
    en: 'The user has no such seat',
  },
  endedBefore: {
    code: 'USER.ENDED_BEFORE',
    vi: 'Vị trí này đã kết thúc trước ngày đó: không thể kéo dài, hãy giao lại',
    en: 'The seat ended before that day: it cannot be prolonged, give it again',
  },
  disabled: {
    code: 'USER.DISABLED',
    vi: 'Tài khoản này đang bị khóa: hãy mở khóa trước',
    en: 'The account is disabled: enable it first',
  },
  enabled: {
    code: 'USER.ENABLED',
    vi: 'Tài khoản này không bị khóa',
    en: 'The account is not disabled',
  },
  alreadyOver: {
    code: 'USER.TOKEN_ALREADY_OVER',
    vi: 'Ngày hết hạn đã qua: hãy chọn ngày từ hôm nay trở đi',
    en: 'That last day is over: choose today or a later day',
  },
  unknownToken: {
    code: 'USER.UNKNOWN_TOKEN',
    vi: 'Người dùng không có mã truy cập này, hoặc mã đã bị thu hồi',
    en: 'The user has no such token, or it was revoked before',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
