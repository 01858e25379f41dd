import type { Label } from '../kernel';
import type { DecisionCommand } from './decision.types';

/** Words for the states and commands of a decision. */
export const decisionLabels: {
  readonly states: Readonly<Record<string, Label>>;
  readonly commands: Readonly<Record<DecisionCommand['type'], Label>>;
} = {
  states: {
    drafted: { vi: 'Dự thảo', en: 'Drafted' },
    inSignature: { vi: 'Đang trình ký', en: 'In signature' },
    signed: { vi: 'Đã ký', en: 'Signed' },
    issued: { vi: 'Đã ban hành', en: 'Issued' },
    corrected: { vi: 'Đã đính chính', en: 'Corrected' },
    revoked: { vi: 'Đã hủy', en: 'Revoked' },
    cancelled: { vi: 'Đã bỏ dự thảo', en: 'Draft cancelled' },
  },
  commands: {
    'decision.draft': { vi: 'Soạn dự thảo', en: 'Draft the decision' },
    'decision.revise': { vi: 'Sửa danh sách', en: 'Revise the list' },
    'decision.addCases': { vi: 'Thêm trường hợp vào danh sách', en: 'Add cases to the list' },
    'decision.removeCases': { vi: 'Đưa trường hợp ra khỏi danh sách', en: 'Take cases off the list' },
    'decision.sendForSignature': { vi: 'Trình ký', en: 'Send for signature' },
    'decision.return': { vi: 'Trả lại dự thảo', en: 'Return to the drafter' },
    'decision.sign': { vi: 'Ký', en: 'Sign' },
    'decision.number': { vi: 'Cấp số', en: 'Number' },
    'decision.issue': { vi: 'Phát hành', en: 'Issue' },
    'decision.correct': { vi: 'Đính chính', en: 'Correct' },
    'decision.revokeCases': { vi: 'Hủy tặng thưởng từng trường hợp', en: 'Revoke the awards of some cases' },
    'decision.revoke': { vi: 'Hủy quyết định', en: 'Revoke' },
    'decision.cancelDraft': { vi: 'Bỏ dự thảo', en: 'Cancel the draft' },
  },
};
