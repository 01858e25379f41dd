import type { RefusalText } from '../../platform/runner/refusals';

/** Why a command on a ceremony or a payment list is refused. */
export const CASE_LIST_REFUSALS = {
  unknownCase: {
    code: 'CASE_LIST.UNKNOWN_CASE',
    vi: 'Có trường hợp không tồn tại hoặc không trình lên đơn vị này; hãy đưa ra khỏi danh sách.',
    en: 'Some cases do not exist or were not submitted to this unit; take them off the list.',
  },
  notOpen: {
    code: 'CASE_LIST.NOT_OPEN',
    vi: 'Danh sách này đã được thực hiện.',
    en: 'This list has been carried out already.',
  },
  empty: {
    code: 'CASE_LIST.EMPTY',
    vi: 'Danh sách chưa có trường hợp nào.',
    en: 'There is no case on the list yet.',
  },
  inTheFuture: {
    code: 'CASE_LIST.IN_THE_FUTURE',
    vi: 'Chưa đến ngày ghi trên danh sách.',
    en: 'The day of the list has not come yet.',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
