import type { Label } from '../../../workflows/kernel';
import type { Permission } from '../../platform/auth/permission';
import type { RegisterForm } from '../../platform/runner/feature-commands';
import { entriesOf, type RefusalText } from '../../platform/runner/refusals';
import { NoInput } from '../../platform/validation/no-input';
import { ReasonRequest } from '../../platform/validation/reason.request';
import { CONSOLIDATION_COMMAND_LABELS, CONSOLIDATION_WAYS, type ConsolidationCommand } from './consolidation-states';
import { CONSOLIDATION_REFUSALS } from './consolidations.errors';
import {
  DraftConsolidationRequest,
  IssueConsolidationRequest,
  PutListOnAgendaRequest,
  ReviseConsolidationRequest,
} from './dto/consolidation.request';

/** Words, permissions and refusals of a command on a list that exists. */
function told(
  type: ConsolidationCommand,
  ...refusals: readonly (keyof typeof CONSOLIDATION_REFUSALS)[]
): { readonly label: Label; readonly permissions: readonly Permission[]; readonly refusals: readonly RefusalText[] } {
  const { permissions } = CONSOLIDATION_WAYS[type];
  const label = CONSOLIDATION_COMMAND_LABELS[type];
  return { label, permissions, refusals: entriesOf(CONSOLIDATION_REFUSALS, 'notInState', ...refusals) };
}

/** The form of every command on a consolidated list. */
export const consolidationForms: Readonly<Record<ConsolidationCommand | 'consolidation.draft', RegisterForm>> = {
  'consolidation.draft': {
    input: DraftConsolidationRequest,
    opens: true,
    label: CONSOLIDATION_COMMAND_LABELS['consolidation.draft'],
    permissions: CONSOLIDATION_WAYS['consolidation.revise'].permissions,
    refusals: entriesOf(CONSOLIDATION_REFUSALS, 'notReady', 'caseHeld'),
  },
  'consolidation.revise': {
    input: ReviseConsolidationRequest,
    ...told('consolidation.revise', 'notReady', 'caseHeld'),
  },
  'consolidation.issue': { input: IssueConsolidationRequest, ...told('consolidation.issue', 'datedInTheFuture') },
  'consolidation.putOnAgenda': { input: PutListOnAgendaRequest, ...told('consolidation.putOnAgenda', 'noAgenda') },
  'consolidation.sendUp': { input: NoInput, ...told('consolidation.sendUp') },
  'consolidation.close': { input: NoInput, ...told('consolidation.close') },
  'consolidation.dissolve': { input: ReasonRequest, texts: ['reason'], ...told('consolidation.dissolve') },
};
