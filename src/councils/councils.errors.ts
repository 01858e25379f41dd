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
