import type { Label } from '../../../workflows/kernel';
import type { Permission } from '../../platform/auth/permission';
import type { RegisterForm } from '../../platform/runner/feature-commands';
import { entriesOf, type RefusalText } from '../../platform/runner/refusals';
import { NoInput } from '../../platform/validation/no-input';
import { ReasonRequest } from '../../platform/validation/reason.request';
import { DOSSIER_COMMAND_LABELS, DOSSIER_WAYS, type DossierCommand } from './dossier-states';
import { DOSSIER_REFUSALS, NOT_IN_STATE } from './dossiers.errors';
import {
  AddCasesRequest,
  AssignDossierRequest,
  MarkCompleteRequest,
  NoteGapRequest,
  SettleGapRequest,
} from './dto/dossier-work.request';
import { AddPaperRequest, DraftDossierRequest } from './dto/dossier.request';

/** Words, permissions and refusals of a command on a dossier that exists. */
function told(
  type: DossierCommand,
  ...refusals: readonly (keyof typeof DOSSIER_REFUSALS)[]
): { readonly label: Label; readonly permissions: readonly Permission[]; readonly refusals: readonly RefusalText[] } {
  const { permissions } = DOSSIER_WAYS[type];
  const label = DOSSIER_COMMAND_LABELS[type];
  return { label, permissions, refusals: [NOT_IN_STATE, ...entriesOf(DOSSIER_REFUSALS, ...refusals)] };
}

/** The form of every command on a dossier. */
export const dossierForms: Readonly<Record<DossierCommand | 'dossier.draft', RegisterForm>> = {
  'dossier.draft': {
    input: DraftDossierRequest,
    opens: true,
    label: { vi: 'Lập hồ sơ trình khen', en: 'Draft a dossier' },
    permissions: DOSSIER_WAYS['dossier.submit'].permissions,
    refusals: [
      ...entriesOf(DOSSIER_REFUSALS, 'unitIsDissolved', 'unknownAuthority', 'unknownCampaign', 'unknownCycle'),
      ...entriesOf(DOSSIER_REFUSALS, 'cycleWithoutCampaign'),
    ],
  },
  'dossier.addPaper': { input: AddPaperRequest, texts: ['title'], ...told('dossier.addPaper', 'tooManyPapers') },
  'dossier.submit': {
    input: NoInput,
    ...told('dossier.submit', 'noCases', 'linesWaiting', 'noPapers', 'datedInTheFuture', 'campaignClosed'),
  },
  'dossier.receive': { input: NoInput, ...told('dossier.receive') },
  'dossier.markComplete': {
    input: MarkCompleteRequest,
    ...told('dossier.markComplete', 'gapsOpen', 'checklistIncomplete', 'dueInThePast'),
  },
  'dossier.return': { input: ReasonRequest, texts: ['reason'], ...told('dossier.return') },
  'dossier.addCases': { input: AddCasesRequest, ...told('dossier.addCases', 'tooManyLines') },
  'dossier.assign': { input: AssignDossierRequest, ...told('dossier.assign', 'caseElsewhere') },
  'dossier.noteGap': { input: NoteGapRequest, texts: ['text'], ...told('dossier.noteGap', 'caseElsewhere') },
  'dossier.settleGap': { input: SettleGapRequest, ...told('dossier.settleGap', 'noSuchGap') },
};
