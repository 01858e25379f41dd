import type { RefusalText } from '../../platform/runner/refusals';

/** Why a command on a consolidated list is refused. */
export const CONSOLIDATION_REFUSALS = {
  notInState: {
    code: 'CONSOLIDATION.NOT_IN_STATE',
    vi: 'Không thể thực hiện lệnh này ở trạng thái hiện tại của danh sách tổng hợp.',
    en: 'This is not possible in the present state of the list.',
  },
  notReady: {
    code: 'CONSOLIDATION.CASES_NOT_READY',
    vi: 'Danh sách chỉ gồm trường hợp đã tổng hợp hoặc đã được đề nghị tại đơn vị này, đúng phong trào và mức khen.',
    en: 'A list takes cases that are listed or recommended at this unit, of its campaign and of its tier.',
  },
  caseHeld: {
    code: 'CONSOLIDATION.CASE_HELD',
    vi: 'Có trường hợp đang nằm trong một danh sách tổng hợp khác; hãy đưa ra khỏi danh sách đó trước.',
    en: 'A case stands on another living list; take it off that one first.',
  },
  noAgenda: {
    code: 'CONSOLIDATION.NO_AGENDA',
    vi: 'Đơn vị không có phiên họp xét này, hoặc phiên họp đã khai mạc; hãy chọn một phiên họp đang chờ họp.',
    en: 'The unit has no such review round, or it has begun; choose one that is still scheduled.',
  },
  datedInTheFuture: {
    code: 'CONSOLIDATION.DATED_IN_THE_FUTURE',
    vi: 'Ngày của danh sách không được ở tương lai.',
    en: 'The list cannot be dated on a future day.',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
