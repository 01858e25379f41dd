import type { RefusalText } from '../platform/runner/refusals';

/** Why a change of the councils is refused. */
export const COUNCIL_REFUSALS = {
  codeTaken: {
    code: 'COUNCIL.CODE_TAKEN',
    vi: 'Mã hội đồng này đã được dùng cho hội đồng khác: hãy chọn mã khác',
    en: 'Another council has this code: choose another one',
  },
  unknownUnit: {
    code: 'COUNCIL.UNKNOWN_UNIT',
    vi: 'Không có đơn vị này trong phạm vi của bạn: hãy chọn đơn vị khác',
    en: 'There is no such unit within your scope: choose another one',
  },
  unknownPerson: {
    code: 'COUNCIL.UNKNOWN_PERSON',
    vi: 'Không có người này: hãy thêm người vào danh sách trước',
    en: 'There is no such person: add the person first',
  },
  alreadySeated: {
    code: 'COUNCIL.ALREADY_SEATED',
    vi: 'Người này đã là thành viên Hội đồng trong khoảng thời gian đó: hãy kết thúc tư cách thành viên cũ trước',
    en: 'The person is a member of the council within that time already: end that membership first',
  },
  chairTaken: {
    code: 'COUNCIL.CHAIR_TAKEN',
    vi: 'Hội đồng đã có Chủ tịch trong khoảng thời gian đó: hãy kết thúc nhiệm kỳ của Chủ tịch cũ trước',
    en: 'The council has a chair within that time already: end the membership of the former chair first',
  },
  endsBeforeStart: {
    code: 'COUNCIL.ENDS_BEFORE_START',
    vi: 'Ngày kết thúc phải từ ngày bắt đầu trở đi',
    en: 'The last day must not be before the first one',
  },
  dissolvedUnit: {
    code: 'COUNCIL.DISSOLVED_UNIT',
    vi: 'Đơn vị này đã được sáp nhập hoặc giải thể: hãy chọn đơn vị tiếp nhận',
    en: 'The unit was merged or dissolved: choose the unit that took over',
  },
  partOfNothing: {
    code: 'COUNCIL.PART_OF_NOTHING',
    vi: 'Chỉ Thường trực Hội đồng mới là bộ phận của một Hội đồng toàn thể, và của cùng đơn vị: hãy chọn lại',
    en: 'Only a standing committee is part of a full council, and of one of the same unit: choose again',
  },
  notInFullCouncil: {
    code: 'COUNCIL.NOT_IN_FULL_COUNCIL',
    vi: 'Thành viên Thường trực phải là thành viên Hội đồng vào ngày bắt đầu: hãy bổ nhiệm vào Hội đồng trước',
    en: 'A member of the standing committee must be a member of its council on the first day: seat the person there first',
  },
  dissolved: {
    code: 'COUNCIL.DISSOLVED',
    vi: 'Hội đồng này đã kết thúc hoạt động',
    en: 'The council was dissolved',
  },
  seatedLater: {
    code: 'COUNCIL.SEATED_LATER',
    vi: 'Có thành viên được bổ nhiệm từ ngày đó trở đi: hãy chọn ngày muộn hơn',
    en: 'Members are seated from that day on or later: choose a later day',
  },
  outsideMembership: {
    code: 'COUNCIL.OUTSIDE_MEMBERSHIP',
    vi: 'Thời hạn ủy quyền phải nằm trong thời hạn của thành viên',
    en: 'The delegation must lie within the membership',
  },
  delegateSits: {
    code: 'COUNCIL.DELEGATE_SITS',
    vi: 'Người được ủy quyền đã là thành viên Hội đồng: một người không có hai phiếu',
    en: 'The delegate is a member of the council: nobody has two votes',
  },
  delegatedAlready: {
    code: 'COUNCIL.DELEGATED_ALREADY',
    vi: 'Thành viên này đã ủy quyền trong khoảng thời gian đó: hãy kết thúc ủy quyền cũ trước',
    en: 'The member has a delegate within that time already: end that delegation first',
  },
  sitsForAnother: {
    code: 'COUNCIL.SITS_FOR_ANOTHER',
    vi: 'Người này được ủy quyền dự họp thay thành viên khác trong khoảng thời gian đó: hãy kết thúc ủy quyền đó trước',
    en: 'The person sits for another member within that time: end that delegation first',
  },
  sitsInPart: {
    code: 'COUNCIL.SITS_IN_PART',
    vi: 'Người này còn là thành viên Thường trực Hội đồng sau ngày đó: hãy kết thúc tư cách đó trước',
    en: 'The person is a member of the standing committee beyond that day: end that membership first',
  },
  partStands: {
    code: 'COUNCIL.PART_STANDS',
    vi: 'Thường trực của Hội đồng này vẫn còn hoạt động vào ngày đó: hãy giải thể Thường trực trước',
    en: 'The standing committee of the council still stands on that day: dissolve it first',
  },
  unknownDelegation: {
    code: 'COUNCIL.UNKNOWN_DELEGATION',
    vi: 'Hội đồng này không có ủy quyền đó',
    en: 'The council has no such delegation',
  },
  unknownMember: {
    code: 'COUNCIL.UNKNOWN_MEMBER',
    vi: 'Hội đồng này không có thành viên đó',
    en: 'The council has no such member',
  },
  endedBefore: {
    code: 'COUNCIL.ENDED_BEFORE',
    vi: 'Tư cách thành viên này đã kết thúc trước ngày đó: không thể kéo dài, hãy bổ nhiệm lại',
    en: 'The membership ended before that day: it cannot be prolonged, seat the person again',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
