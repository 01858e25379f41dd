import { fillLabel, type Label, type Refusal } from '../../../workflows/kernel';
import type { Permission } from '../../platform/auth/permission';
import { refusalsWhen } from '../../platform/runner/refusals';
import { DOSSIER_REFUSALS, NOT_IN_STATE } from './dossiers.errors';

/** All states of a dossier. */
export const DOSSIER_STATES = ['draft', 'submitted', 'received', 'complete', 'returned'] as const;

export type DossierState = (typeof DOSSIER_STATES)[number];

/** Whether a dossier lies with its unit, which may still give cases to it. */
export function liesWithItsUnit(state: DossierState): boolean {
  return state === 'draft' || state === 'returned';
}

/** The commands on a dossier that exists. */
export const DOSSIER_COMMANDS = [
  'dossier.addPaper',
  'dossier.submit',
  'dossier.receive',
  'dossier.markComplete',
  'dossier.return',
  'dossier.addCases',
  'dossier.assign',
  'dossier.noteGap',
  'dossier.settleGap',
] as const;

export type DossierCommand = (typeof DOSSIER_COMMANDS)[number];

/** Where a command is possible, where it leads, and who may send it: the system too, which imports and rehearses. */
export interface DossierWay {
  readonly from: readonly DossierState[];
  /** Absent when the state stays. */
  readonly to?: DossierState;
  readonly permissions: readonly Permission[];
  /** Whose seats count: of the unit that prepares the dossier, or of the authority that receives it. */
  readonly by: 'unit' | 'authority';
}

const BY_THE_UNIT: Pick<DossierWay, 'by' | 'permissions'> = { by: 'unit', permissions: ['case.prepare', 'system'] };
const BY_THE_AUTHORITY: Pick<DossierWay, 'by' | 'permissions'> = {
  by: 'authority',
  permissions: ['case.keep', 'system'],
};

/** The closed list of ways. A unit may still hand in papers while the standing office checks whether all are there. */
export const DOSSIER_WAYS: Readonly<Record<DossierCommand, DossierWay>> = {
  'dossier.addPaper': { from: ['draft', 'returned', 'submitted', 'received'], ...BY_THE_UNIT },
  'dossier.submit': { from: ['draft', 'returned'], to: 'submitted', ...BY_THE_UNIT },
  'dossier.receive': { from: ['submitted'], to: 'received', ...BY_THE_AUTHORITY },
  'dossier.markComplete': { from: ['received'], to: 'complete', ...BY_THE_AUTHORITY },
  'dossier.return': { from: ['submitted', 'received'], to: 'returned', ...BY_THE_AUTHORITY },
  'dossier.addCases': { from: ['draft', 'returned'], ...BY_THE_UNIT },
  'dossier.assign': { from: ['complete'], ...BY_THE_AUTHORITY },
  'dossier.noteGap': { from: ['submitted', 'received'], ...BY_THE_AUTHORITY },
  'dossier.settleGap': { from: ['submitted', 'received', 'returned'], ...BY_THE_AUTHORITY },
};

/** Words for the states. */
export const DOSSIER_STATE_LABELS: Readonly<Record<DossierState, Label>> = {
  draft: { vi: 'Đang soạn', en: 'Draft' },
  submitted: { vi: 'Đã trình, chờ tiếp nhận', en: 'Submitted, awaiting reception' },
  received: { vi: 'Đã tiếp nhận', en: 'Received' },
  complete: { vi: 'Đủ hồ sơ', en: 'Complete' },
  returned: { vi: 'Bị trả lại', en: 'Returned' },
};

/** Words for the commands. */
export const DOSSIER_COMMAND_LABELS: Readonly<Record<DossierCommand, Label>> = {
  'dossier.addPaper': { vi: 'Bổ sung văn bản', en: 'Add a paper' },
  'dossier.submit': { vi: 'Chuyển hồ sơ', en: 'Submit' },
  'dossier.receive': { vi: 'Tiếp nhận', en: 'Receive' },
  'dossier.markComplete': { vi: 'Xác nhận đủ hồ sơ', en: 'Mark as complete' },
  'dossier.return': { vi: 'Trả lại', en: 'Return' },
  'dossier.addCases': { vi: 'Nhập danh sách đề nghị', en: 'Add many cases' },
  'dossier.assign': { vi: 'Chuyển chuyên viên', en: 'Assign to an officer' },
  'dossier.noteGap': { vi: 'Ghi nhận hồ sơ còn thiếu', en: 'Note what is missing' },
  'dossier.settleGap': { vi: 'Xác nhận đã bổ sung', en: 'Note that it was added' },
};

/** Most papers of one dossier. */
export const MAX_PAPERS = 200;

/** What the rules of a dossier ask for beside its state. */
export interface DossierFacts {
  readonly paperCount: number;
  /** Cases that the submission would send on their way. */
  readonly draftCaseCount: number;
  /** The day of the paper has begun. */
  readonly isDated: boolean;
  /** True outside campaigns, and for an open award cycle until the end of its last day. */
  readonly campaignTakesDossiers: boolean;
  /** Names handed in together that are not entered as cases yet. */
  readonly waitingLineCount: number;
  /** What was found missing and has not been added. */
  readonly openGapCount: number;
  /** What the checklists of its tiers ask for and the dossier does not hold, in words and cited; empty when not asked. */
  readonly missingPapers: readonly Refusal[];
}

/** Every reason why a command on a dossier is refused; none when it may be done. Pure. */
export function mayDossier(command: DossierCommand, state: DossierState, facts: DossierFacts): readonly Refusal[] {
  if (!DOSSIER_WAYS[command].from.includes(state)) return [notInState(command, state)];
  if (command === 'dossier.addPaper') {
    return refusalsWhen([facts.paperCount >= MAX_PAPERS, DOSSIER_REFUSALS.tooManyPapers]);
  }
  if (command === 'dossier.markComplete') {
    return [...refusalsWhen([facts.openGapCount > 0, DOSSIER_REFUSALS.gapsOpen]), ...facts.missingPapers];
  }
  if (command !== 'dossier.submit') return [];
  return refusalsWhen(
    [facts.draftCaseCount === 0, DOSSIER_REFUSALS.noCases],
    [facts.waitingLineCount > 0, DOSSIER_REFUSALS.linesWaiting],
    [facts.paperCount === 0, DOSSIER_REFUSALS.noPapers],
    [!facts.isDated, DOSSIER_REFUSALS.datedInTheFuture],
    [!facts.campaignTakesDossiers, DOSSIER_REFUSALS.campaignClosed],
  );
}

function notInState(command: DossierCommand, state: DossierState): Refusal {
  const { vi, en } = DOSSIER_COMMAND_LABELS[command];
  const label = DOSSIER_STATE_LABELS[state];
  const message = {
    vi: fillLabel(NOT_IN_STATE, { command: vi, state: label.vi }).vi,
    en: fillLabel(NOT_IN_STATE, { command: en, state: label.en }).en,
  };
  return { code: NOT_IN_STATE.code, message };
}
