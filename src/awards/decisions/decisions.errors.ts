import type { RefusalText } from '../../platform/runner/refusals';

/** Why a command on a decision is refused by what lies beside its machine. */
export const DECISION_REFUSALS = {
  caseHeld: {
    code: 'DECISION.CASE_HELD',
    vi: 'Trong danh sách có trường hợp đã nằm trong một quyết định khác; hãy đưa ra khỏi danh sách.',
    en: 'Another decision holds a case of the list; take it off.',
  },
  caseNotListed: {
    code: 'DECISION.CASE_NOT_LISTED',
    vi: 'Quyết định không có tên trường hợp này.',
    en: 'The decision does not name this case.',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
