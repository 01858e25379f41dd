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
  dissolved: {
    code: 'UNIT.DISSOLVED',
    vi: 'Đơn vị này đã được sáp nhập hoặc giải thể: hãy dùng đơn vị tiếp nhận',
    en: 'The unit was merged or dissolved: use the unit that took over',
  },
  unknownManager: {
    code: 'UNIT.UNKNOWN_MANAGER',
    vi: 'Không có đơn vị quản lý này: hãy chọn đơn vị khác',
    en: 'There is no such managing unit: choose another one',
  },
  managedAlready: {
    code: 'UNIT.MANAGED_ALREADY',
    vi: 'Đơn vị được chọn đã là cấp trên của đơn vị này: không cần ghi đồng quản lý',
    en: 'The unit chosen stands above this one already: there is no co-management to note',
  },
  coManagedAlready: {
    code: 'UNIT.CO_MANAGED_ALREADY',
    vi: 'Đơn vị được chọn đã đồng quản lý đơn vị này trong khoảng thời gian đó',
    en: 'The unit chosen manages this one within that time already',
  },
  unknownPerson: {
    code: 'UNIT.UNKNOWN_PERSON',
    vi: 'Không có người này: hãy thêm người vào danh sách trước',
    en: 'There is no such person: add the person first',
  },
  delegateAlready: {
    code: 'UNIT.DELEGATE_ALREADY',
    vi: 'Người này đã được ủy quyền trong khoảng thời gian đó',
    en: 'The person is a delegate within that time already',
  },
  unknownTerm: {
    code: 'UNIT.UNKNOWN_TERM',
    vi: 'Đơn vị này không có mục đó: hãy xem lại danh sách ủy quyền và đồng quản lý',
    en: 'The unit has no such entry: look at its delegations and co-managements',
  },
  endedBefore: {
    code: 'UNIT.ENDED_BEFORE',
    vi: 'Thời hạn này đã kết thúc trước ngày đó: không thể kéo dài, hãy ghi mới',
    en: 'This ended before that day: it cannot be prolonged, enter it again',
  },
  unknownUnits: {
    code: 'UNIT.UNKNOWN_UNITS',
    vi: 'Có đơn vị không tồn tại trong phạm vi của bạn: hãy xem lại danh sách',
    en: 'Some of the units are not within your scope: look at the list again',
  },
  endedAlready: {
    code: 'UNIT.ENDED_ALREADY',
    vi: 'Có đơn vị đã được sáp nhập hoặc giải thể trước đó: hãy bỏ khỏi danh sách',
    en: 'Some of the units were merged or dissolved before: take them off the list',
  },
  endsBeforeItBegins: {
    code: 'UNIT.ENDS_BEFORE_IT_BEGINS',
    vi: 'Ngày kết thúc phải sau ngày đơn vị được thành lập',
    en: 'A unit cannot end before or on the day on which it begins',
  },
  hasUnitsBelow: {
    code: 'UNIT.HAS_UNITS_BELOW',
    vi: 'Vẫn còn đơn vị trực thuộc: hãy chuyển các đơn vị đó về đơn vị cấp trên khác, hoặc giải thể, trước',
    en: 'There are units below: put them below another unit, or dissolve them, first',
  },
  oneSuccessor: {
    code: 'UNIT.ONE_SUCCESSOR',
    vi: 'Hãy cho biết đúng một đơn vị tiếp nhận: đơn vị đã có hoặc đơn vị mới',
    en: 'Name exactly one successor: a unit that exists or a new one',
  },
  unknownSuccessor: {
    code: 'UNIT.UNKNOWN_SUCCESSOR',
    vi: 'Không có đơn vị tiếp nhận này trong phạm vi của bạn: hãy chọn đơn vị khác',
    en: 'There is no such successor within your scope: choose another unit',
  },
  successorEnds: {
    code: 'UNIT.SUCCESSOR_ENDS',
    vi: 'Đơn vị tiếp nhận không được là đơn vị kết thúc hoặc trực thuộc đơn vị kết thúc',
    en: 'The successor must not be one of the units that end, or below one',
  },
  successorEnded: {
    code: 'UNIT.SUCCESSOR_ENDED',
    vi: 'Đơn vị tiếp nhận đã hoặc sẽ kết thúc hoạt động: hãy chọn đơn vị khác',
    en: 'The successor has ended or is going to end: choose another unit',
  },
  successorStartsLater: {
    code: 'UNIT.SUCCESSOR_STARTS_LATER',
    vi: 'Đơn vị tiếp nhận phải được thành lập muộn nhất vào ngày sáp nhập',
    en: 'The successor must begin on the day of the merger at the latest',
  },
  belowItself: {
    code: 'UNIT.BELOW_ITSELF',
    vi: 'Đơn vị không thể trực thuộc chính nó hoặc đơn vị cấp dưới của nó: hãy chọn đơn vị cấp trên khác',
    en: 'A unit cannot stand below itself or one of the units below it: choose another parent unit',
  },
  sameParent: {
    code: 'UNIT.SAME_PARENT',
    vi: 'Đơn vị đã trực thuộc đơn vị cấp trên đó',
    en: 'The unit already stands below that one',
  },
  notYet: {
    code: 'UNIT.NOT_YET',
    vi: 'Ngày chuyển chưa đến: hãy ghi vào ngày đó',
    en: 'That day is still to come: enter the move then',
  },
  movedLater: {
    code: 'UNIT.MOVED_LATER',
    vi: 'Ngày chuyển không được trước ngày đơn vị được thành lập hoặc lần chuyển gần nhất',
    en: 'The day must not be before the unit began or was last moved',
  },
  parentNotThere: {
    code: 'UNIT.PARENT_NOT_THERE',
    vi: 'Đơn vị cấp trên không hoạt động vào ngày đó: hãy chọn đơn vị hoặc ngày khác',
    en: 'The parent unit does not exist on that day: choose another unit or another day',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
