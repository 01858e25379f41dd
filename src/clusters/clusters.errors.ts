import type { RefusalText } from '../platform/runner/refusals';

/** Why a change of a cluster is refused. */
export const CLUSTER_REFUSALS = {
  taken: {
    code: 'CLUSTER.TAKEN',
    vi: 'Mã hoặc tên này đã được dùng cho cụm, khối khác trong cùng kỳ: hãy chọn mã, tên khác.',
    en: 'Another cluster of that period has this code or name: choose another one.',
  },
  unknownUnit: {
    code: 'CLUSTER.UNKNOWN_UNIT',
    vi: 'Không có đơn vị này trong phạm vi của bạn: hãy chọn đơn vị khác.',
    en: 'There is no such unit within your scope: choose another one.',
  },
  endsBeforeStart: {
    code: 'CLUSTER.ENDS_BEFORE_START',
    vi: 'Ngày kết thúc phải từ ngày bắt đầu trở đi.',
    en: 'The last day must not be before the first one.',
  },
  closed: {
    code: 'CLUSTER.CLOSED',
    vi: 'Cụm, khối thi đua này đã kết thúc hoạt động: không thể thay đổi nữa.',
    en: 'This cluster was closed: nothing of it can be changed any more.',
  },
  memberAlready: {
    code: 'CLUSTER.MEMBER_ALREADY',
    vi: 'Đơn vị này đã là thành viên của cụm, khối trong khoảng thời gian đó.',
    en: 'The unit is a member of the cluster within that time already.',
  },
  memberAgain: {
    code: 'CLUSTER.MEMBER_AGAIN',
    vi: 'Sau ngày đó đơn vị đã trở lại cụm, khối: hãy chọn ngày cuối cùng của lần tham gia sau.',
    en: 'The unit has come back into the cluster after that day: name a last day of that later time.',
  },
  notMember: {
    code: 'CLUSTER.NOT_MEMBER',
    vi: 'Đơn vị này không phải là thành viên của cụm, khối trong suốt thời gian đó: hãy chọn đơn vị hoặc ngày khác.',
    en: 'The unit is no member of the cluster during all of that time: choose another unit or other days.',
  },
  unitEnded: {
    code: 'CLUSTER.UNIT_ENDED',
    vi: 'Đơn vị này đã được sáp nhập hoặc giải thể: hãy chọn đơn vị tiếp nhận.',
    en: 'The unit was merged or dissolved: choose the unit that took over.',
  },
  headTaken: {
    code: 'CLUSTER.HEAD_TAKEN',
    vi: 'Từ ngày đó trở đi đã có cụm trưởng, hoặc đơn vị này đã giữ vai trò khác: hãy chọn ngày khác.',
    en: 'There is a head from that day on, or the unit has another role then: choose another day.',
  },
  unknownPerson: {
    code: 'CLUSTER.UNKNOWN_PERSON',
    vi: 'Người này không thuộc đơn vị được đại diện: hãy thêm người vào danh sách của đơn vị trước.',
    en: 'The person does not belong to the unit that is represented: add the person to it first.',
  },
  delegateTaken: {
    code: 'CLUSTER.DELEGATE_TAKEN',
    vi: 'Từ ngày đó trở đi đơn vị đã có người đại diện, hoặc người này đã đại diện cho đơn vị khác: mỗi đơn vị một phiếu.',
    en: 'The unit has a delegate from that day on, or the person sits for another unit: one vote a unit.',
  },
  unknownResult: {
    code: 'CLUSTER.UNKNOWN_RESULT',
    vi: 'Hội nghị của cụm, khối này không có nội dung bầu chọn đó.',
    en: 'The conference of this cluster has no such ballot.',
  },
  notOver: {
    code: 'CLUSTER.NOT_OVER',
    vi: 'Phiên họp chưa kết thúc: hãy ký biên bản và bế mạc trước.',
    en: 'The sitting is not over: have its minutes signed and close it first.',
  },
  nobodyChosen: {
    code: 'CLUSTER.NOBODY_CHOSEN',
    vi: 'Không có đơn vị nào được bầu trong nội dung này: cần bỏ phiếu lại.',
    en: 'No unit was chosen there: vote again.',
  },
  leadersKnown: {
    code: 'CLUSTER.LEADERS_KNOWN',
    vi: 'Đơn vị dẫn đầu của cụm, khối đã được ghi nhận.',
    en: 'The leaders of the cluster are recorded already.',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
