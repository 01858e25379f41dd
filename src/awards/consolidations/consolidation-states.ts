import type { Label, Refusal } from '../../../workflows/kernel';
import type { Permission } from '../../platform/auth/permission';
import { refusal } from '../../platform/runner/refusals';
import { CONSOLIDATION_REFUSALS } from './consolidations.errors';

/** All states of a list: being drawn up, numbered and signed, on its way, done with, dissolved. */
export const CONSOLIDATION_STATES = ['draft', 'issued', 'sent', 'closed', 'dissolved'] as const;

export type ConsolidationState = (typeof CONSOLIDATION_STATES)[number];

/** The commands on a list that exists. */
export const CONSOLIDATION_COMMANDS = [
  'consolidation.revise',
  'consolidation.issue',
  'consolidation.putOnAgenda',
  'consolidation.sendUp',
  'consolidation.close',
  'consolidation.dissolve',
] as const;

export type ConsolidationCommand = (typeof CONSOLIDATION_COMMANDS)[number];

/** Where a command is possible, where it leads, and who may send it. */
export interface ConsolidationWay {
  readonly from: readonly ConsolidationState[];
  readonly to: ConsolidationState;
  readonly permissions: readonly Permission[];
}

const KEEPERS: readonly Permission[] = ['case.keep', 'system'];

/** The closed list of ways. A list that went to the council may go up afterwards, and go again where it was not taken. */
export const CONSOLIDATION_WAYS: Readonly<Record<ConsolidationCommand, ConsolidationWay>> = {
  'consolidation.revise': { from: ['draft'], to: 'draft', permissions: KEEPERS },
  'consolidation.issue': { from: ['draft'], to: 'issued', permissions: KEEPERS },
  'consolidation.putOnAgenda': { from: ['issued', 'sent'], to: 'sent', permissions: ['review.keep', 'system'] },
  'consolidation.sendUp': { from: ['issued', 'sent'], to: 'sent', permissions: ['case.decide', 'system'] },
  'consolidation.close': { from: ['sent'], to: 'closed', permissions: KEEPERS },
  'consolidation.dissolve': { from: ['draft', 'issued'], to: 'dissolved', permissions: KEEPERS },
};

/** Words for the states. */
export const CONSOLIDATION_STATE_LABELS: Readonly<Record<ConsolidationState, Label>> = {
  draft: { vi: 'Đang tổng hợp', en: 'Being drawn up' },
  issued: { vi: 'Đã ban hành danh sách', en: 'Issued' },
  sent: { vi: 'Đã trình', en: 'Sent' },
  closed: { vi: 'Đã xong', en: 'Closed' },
  dissolved: { vi: 'Đã hủy danh sách', en: 'Dissolved' },
};

/** Words for the commands. */
export const CONSOLIDATION_COMMAND_LABELS: Readonly<Record<ConsolidationCommand | 'consolidation.draft', Label>> = {
  'consolidation.draft': { vi: 'Tổng hợp danh sách', en: 'Draw up a list' },
  'consolidation.revise': { vi: 'Sửa danh sách', en: 'Revise the list' },
  'consolidation.issue': { vi: 'Ban hành danh sách', en: 'Issue the list' },
  'consolidation.putOnAgenda': { vi: 'Đưa vào phiên họp xét', en: 'Put on the agenda of a review round' },
  'consolidation.sendUp': { vi: 'Trình cấp trên', en: 'Send up' },
  'consolidation.close': { vi: 'Kết thúc danh sách', en: 'Close the list' },
  'consolidation.dissolve': { vi: 'Hủy danh sách', en: 'Dissolve the list' },
};

/** Most cases of one list: what one review round takes at once. */
export const MAX_LISTED = 500;

/** Why a command does not fit the state of a list; none when it does. */
export function mayConsolidation(command: ConsolidationCommand, state: ConsolidationState): readonly Refusal[] {
  return CONSOLIDATION_WAYS[command].from.includes(state) ? [] : [refusal(CONSOLIDATION_REFUSALS.notInState)];
}
