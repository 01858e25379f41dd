import { CLUSTER_REFUSALS } from '../clusters';
import type { Permission } from '../platform/auth/permission';
import type { RegisterForm } from '../platform/runner/feature-commands';
import { entriesOf } from '../platform/runner/refusals';
import { NoInput } from '../platform/validation/no-input';
import { ReasonRequest } from '../platform/validation/reason.request';
import { PublishRankingRequest } from './dto/ranking.request';
import { AppraiseScoreRequest, DraftScoreRequest, EnterScoreRequest, MarkScoreRequest } from './dto/score.request';
import { DefineSheetRequest, ReviseSheetRequest, UseSheetRequest } from './dto/sheet.request';
import { ENTRY_FAULTS, RANKING_REFUSALS, SCORING_REFUSALS, SHEET_REFUSALS } from './scoring.errors';

const ISSUING: readonly Permission[] = ['score.keep', 'system'];
const GIVING: readonly Permission[] = ['score.give', 'system'];
const RUNNING: readonly Permission[] = ['score.keep', 'score.give', 'system'];

const { missing, reasonNeeded, ...ofEntries } = ENTRY_FAULTS;
const WRONG_ENTRIES = [SCORING_REFUSALS.repeated, ...Object.values(ofEntries)];
const NOT_NOW = [SCORING_REFUSALS.notNow, CLUSTER_REFUSALS.closed];

/** The form of every command on scoring sheets. */
export const sheetForms = {
  'scoringSheet.define': {
    input: DefineSheetRequest,
    opens: true,
    label: { vi: 'Lập bảng chấm điểm', en: 'Define a scoring sheet' },
    permissions: ISSUING,
    refusals: [
      ...entriesOf(SCORING_REFUSALS, 'unknownUnit', 'codeTaken'),
      CLUSTER_REFUSALS.unitEnded,
      ...SHEET_REFUSALS,
    ],
  },
  'scoringSheet.revise': {
    input: ReviseSheetRequest,
    label: { vi: 'Sửa bảng chấm điểm', en: 'Revise a scoring sheet' },
    permissions: ISSUING,
    refusals: SHEET_REFUSALS,
  },
  'scoringSheet.useIn': {
    input: UseSheetRequest,
    label: { vi: 'Chọn bảng chấm điểm cho cụm, khối', en: 'Have a cluster score by a sheet' },
    permissions: RUNNING,
    refusals: [
      CLUSTER_REFUSALS.closed,
      ...entriesOf(
        SCORING_REFUSALS,
        'unknownCluster',
        'sheetNotForCluster',
        'begun',
        'unknownCampaign',
        'unknownMeasure',
        'measureDirection',
      ),
    ],
  },
} as const satisfies Readonly<Record<string, RegisterForm>>;

/** The form of every command on the score of a unit. */
export const scoreForms = {
  'score.draft': {
    input: DraftScoreRequest,
    opens: true,
    label: { vi: 'Lập phiếu tự chấm', en: 'Begin the score of a unit' },
    permissions: GIVING,
    refusals: [
      ...entriesOf(SCORING_REFUSALS, 'unknownUnit', 'unknownCluster', 'noSheet', 'exists'),
      ...entriesOf(CLUSTER_REFUSALS, 'notMember', 'closed'),
      ...WRONG_ENTRIES,
    ],
  },
  'score.enter': {
    input: EnterScoreRequest,
    label: { vi: 'Nhập số liệu tự chấm', en: 'Enter own values' },
    permissions: GIVING,
    refusals: [...NOT_NOW, ...WRONG_ENTRIES],
  },
  'score.handIn': {
    input: NoInput,
    label: { vi: 'Nộp phiếu tự chấm', en: 'Hand in a score' },
    permissions: GIVING,
    refusals: [...NOT_NOW, missing],
  },
  'score.sendBack': {
    input: ReasonRequest,
    texts: ['reason'],
    label: { vi: 'Trả lại phiếu tự chấm', en: 'Send a score back' },
    permissions: RUNNING,
    refusals: [...NOT_NOW, SCORING_REFUSALS.ownScore],
  },
  'score.mark': {
    input: MarkScoreRequest,
    label: { vi: 'Chấm chéo', en: 'Mark the score of another member' },
    permissions: GIVING,
    refusals: [
      ...NOT_NOW,
      ...entriesOf(SCORING_REFUSALS, 'unknownUnit', 'ownScore'),
      CLUSTER_REFUSALS.notMember,
      ...WRONG_ENTRIES,
    ],
  },
  'score.appraise': {
    input: AppraiseScoreRequest,
    label: { vi: 'Thẩm định điểm', en: 'Appraise a score' },
    permissions: RUNNING,
    refusals: [
      ...NOT_NOW,
      ...entriesOf(SCORING_REFUSALS, 'ownScore', 'womenTogether'),
      ...WRONG_ENTRIES,
      missing,
      reasonNeeded,
    ],
  },
} as const satisfies Readonly<Record<string, RegisterForm>>;

/** The form of every command on rankings. */
export const rankingForms = {
  'ranking.publish': {
    input: PublishRankingRequest,
    texts: ['reason'],
    opens: true,
    label: { vi: 'Công bố bảng xếp hạng', en: 'Publish a ranking' },
    permissions: RUNNING,
    refusals: [
      ...entriesOf(SCORING_REFUSALS, 'unknownCluster', 'noSheet', 'unknownBallot', 'reasonNeeded'),
      CLUSTER_REFUSALS.closed,
      ...Object.values(RANKING_REFUSALS),
    ],
  },
} as const satisfies Readonly<Record<string, RegisterForm>>;
