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
  unknownCampaign: {
    code: 'DECISION.UNKNOWN_CAMPAIGN',
    vi: 'Không có phong trào này trong phạm vi của bạn: hãy chọn phong trào khác hoặc để trống.',
    en: 'There is no such campaign within your scope: choose another one, or leave it out.',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
