import { fillLabel, type Refusal } from '../../workflows/kernel';
import type { EntryFault, SheetFault } from '../../workflows/scoring';
import type { RefusalText } from '../platform/runner/refusals';

/** Why a change of scoring sheets, scores or rankings is refused. */
export const SCORING_REFUSALS = {
  unknownUnit: {
    code: 'SCORING.UNKNOWN_UNIT',
    vi: 'Không có đơn vị này trong phạm vi của bạn: hãy chọn đơn vị khác.',
    en: 'There is no such unit within your scope: choose another one.',
  },
  unknownCluster: {
    code: 'SCORING.UNKNOWN_CLUSTER',
    vi: 'Không có cụm, khối thi đua này: hãy chọn cụm, khối khác.',
    en: 'There is no such cluster: choose another one.',
  },
  codeTaken: {
    code: 'SCORING.CODE_TAKEN',
    vi: 'Đơn vị đã có bảng chấm điểm mang mã này: hãy chọn mã khác.',
    en: 'The unit has a scoring sheet of this code: choose another one.',
  },
  sheetNotForCluster: {
    code: 'SCORING.SHEET_NOT_FOR_CLUSTER',
    vi: 'Cụm, khối chỉ dùng bảng chấm điểm của đơn vị quản lý mình hoặc của cấp trên.',
    en: 'A cluster uses sheets of the unit that runs it, or of one above.',
  },
  begun: {
    code: 'SCORING.BEGUN',
    vi: 'Đã có đơn vị chấm điểm: không thể đổi bảng chấm điểm của cụm, khối nữa.',
    en: 'Units have begun to score: the cluster keeps its sheet.',
  },
  unknownCampaign: {
    code: 'SCORING.UNKNOWN_CAMPAIGN',
    vi: 'Tiêu chí lấy số liệu từ phong trào: hãy chọn đúng phong trào của đơn vị quản lý cụm, khối hoặc cấp trên.',
    en: 'Criteria take values from a campaign: name one of the unit that runs the cluster, or of one above.',
  },
  unknownMeasure: {
    code: 'SCORING.UNKNOWN_MEASURE',
    vi: 'Có tiêu chí nhắc đến chỉ số không có trong phong trào này: hãy sửa bảng chấm điểm hoặc chọn phong trào khác.',
    en: 'A criterion names a measure that the campaign does not have: correct the sheet or choose another campaign.',
  },
  measureDirection: {
    code: 'SCORING.MEASURE_DIRECTION',
    vi: 'Có tiêu chí tính theo tỷ lệ hoặc theo mức đạt mà chỉ số của nó không phải càng cao càng tốt: hãy chấm theo khoảng.',
    en: 'A criterion takes a share of the plan, or all from the plan on, of a measure of which more is not better: use bands.',
  },
  noSheet: {
    code: 'SCORING.NO_SHEET',
    vi: 'Cụm, khối chưa chọn bảng chấm điểm.',
    en: 'The cluster has chosen no scoring sheet yet.',
  },
  exists: {
    code: 'SCORE.EXISTS',
    vi: 'Đơn vị đã có phiếu tự chấm trong cụm, khối này.',
    en: 'The unit has its score in this cluster already.',
  },
  notNow: {
    code: 'SCORE.NOT_NOW',
    vi: 'Không làm được việc này ở trạng thái hiện tại của phiếu chấm: hãy xem lại trạng thái.',
    en: 'This cannot be done in the present state of the score: look at its state.',
  },
  ownScore: {
    code: 'SCORE.OWN',
    vi: 'Đơn vị không chấm chéo, thẩm định phiếu của chính mình.',
    en: 'No unit marks or appraises its own score.',
  },
  repeated: {
    code: 'SCORE.CRITERION_REPEATED',
    vi: 'Một tiêu chí được nhập nhiều lần: mỗi tiêu chí chỉ có một giá trị.',
    en: 'A criterion is entered more than once: each has one value.',
  },
  womenTogether: {
    code: 'SCORE.WOMEN_COUNT',
    vi: 'Số nữ và số thành viên phải nhập cùng nhau, số nữ không vượt số thành viên.',
    en: 'Enter women and members together, and not more women than members.',
  },
  unknownBallot: {
    code: 'RANKING.UNKNOWN_BALLOT',
    vi: 'Có nội dung bỏ phiếu không thuộc hội nghị của cụm, khối hoặc phiên họp chưa kết thúc.',
    en: 'One of the ballots is not of the conference of this cluster, or its sitting is not over.',
  },
  reasonNeeded: {
    code: 'RANKING.REASON_NEEDED',
    vi: 'Bảng xếp hạng đã công bố: hãy nêu lý do đính chính.',
    en: 'A ranking was published: say why it is corrected.',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;

/** What can be wrong with an entry. */
export const ENTRY_FAULTS: Readonly<Record<EntryFault['kind'] | 'missing' | 'reasonNeeded', RefusalText>> = {
  unknownCriterion: {
    code: 'SCORE.UNKNOWN_CRITERION',
    vi: 'Bảng chấm điểm không có tiêu chí "{code}", hoặc đó là một nhóm.',
    en: 'The sheet has no criterion "{code}", or it is a group.',
  },
  negative: {
    code: 'SCORE.NEGATIVE',
    vi: 'Giá trị của "{code}" không được âm.',
    en: 'The value of "{code}" is negative.',
  },
  overMax: {
    code: 'SCORE.OVER_MAX',
    vi: 'Điểm của "{code}" vượt điểm tối đa.',
    en: 'The points of "{code}" are more than its most.',
  },
  outsideBands: {
    code: 'SCORE.OUTSIDE_BANDS',
    vi: 'Giá trị của "{code}" nằm ngoài các khoảng đã định.',
    en: 'The value of "{code}" lies in none of its bands.',
  },
  notWhole: { code: 'SCORE.NOT_WHOLE', vi: '"{code}" phải là số nguyên.', en: '"{code}" must be a whole number.' },
  noPlan: {
    code: 'SCORE.NO_PLAN',
    vi: 'Đơn vị chưa đăng ký chỉ tiêu cho "{code}" nên không tính được điểm.',
    en: 'The unit has pledged nothing for "{code}", so that there is no share of it.',
  },
  missing: { code: 'SCORE.MISSING', vi: 'Chưa nhập giá trị cho "{code}".', en: 'There is no value for "{code}" yet.' },
  reasonNeeded: {
    code: 'SCORE.REASON_NEEDED',
    vi: 'Giá trị thẩm định của "{code}" khác số liệu đơn vị tự chấm hoặc đã xác nhận: hãy nêu lý do.',
    en: 'The appraised value of "{code}" is another than the unit entered or was verified: say why.',
  },
};

/** What is to be mended of an entry. */
export function entryRefusal(kind: keyof typeof ENTRY_FAULTS, code: string): Refusal {
  const { vi, en, ...entry } = ENTRY_FAULTS[kind];
  return { code: entry.code, message: fillLabel({ vi, en }, { code }) };
}

const SHEET_FAULTS: Readonly<Record<SheetFault['kind'], readonly [code: string, vi: string, en: string]>> = {
  bandEmpty: ['BAND_EMPTY', '"{code}" có khoảng không chứa giá trị nào.', '"{code}" has a band without any value.'],
  bandGap: ['BAND_GAP', 'Giữa các khoảng của "{code}" còn chỗ trống.', 'The bands of "{code}" leave a gap.'],
  bandOverlap: ['BAND_OVERLAP', 'Các khoảng của "{code}" chồng lên nhau.', 'The bands of "{code}" overlap.'],
  codeRepeated: ['CODE_REPEATED', 'Mã "{code}" được dùng nhiều lần.', 'The code "{code}" is used more than once.'],
  unknownParent: [
    'UNKNOWN_PARENT',
    'Nhóm của "{code}" phải đứng trước nó trong bảng.',
    'The group of "{code}" must stand before it.',
  ],
  notInGroups: [
    'NOT_IN_GROUPS',
    '"{code}" là điểm thưởng, điểm trừ hoặc điều kiện nên đứng ngoài các nhóm.',
    '"{code}" is a bonus, a penalty or a gate and stands outside the groups.',
  ],
  fieldMissing: ['FIELD_MISSING', '"{code}" thiếu {field}.', '"{code}" needs {field}.'],
  fieldUnused: [
    'FIELD_UNUSED',
    '"{code}" không dùng {field}: hãy bỏ đi.',
    '"{code}" does not use {field}: leave it out.',
  ],
  outOfRange: [
    'OUT_OF_RANGE',
    '{field} của "{code}" phải lớn hơn 0 và không vượt giới hạn.',
    '{field} of "{code}" must be more than 0 and within its limit.',
  ],
  groupMax: [
    'GROUP_MAX',
    'Điểm tối đa của nhóm "{code}" khác tổng các tiêu chí trong nhóm.',
    'The most of the group "{code}" is not the sum of its parts.',
  ],
  groupEmpty: ['GROUP_EMPTY', 'Nhóm "{code}" chưa có tiêu chí.', 'The group "{code}" has no part.'],
  nothingScored: ['NOTHING_SCORED', 'Bảng chấm điểm chưa có tiêu chí tính điểm.', 'The sheet scores nothing.'],
  tieBreakUnknown: [
    'TIE_BREAK_UNKNOWN',
    'Thứ tự ưu tiên khi bằng điểm nhắc đến tiêu chí không có trong bảng.',
    'The chain for ties names a criterion that is not there.',
  ],
  tieBreakRepeated: [
    'TIE_BREAK_REPEATED',
    'Thứ tự ưu tiên khi bằng điểm có mục lặp lại.',
    'The chain for ties has a link twice.',
  ],
  tieBreakPenalty: [
    'TIE_BREAK_PENALTY',
    'Khi bằng điểm không xét theo điểm của một tiêu chí trừ: hãy dùng "ít điểm trừ hơn".',
    'The chain for ties names a penalty, of which more is worse: use fewerPenalties.',
  ],
  ballotNotLast: [
    'BALLOT_NOT_LAST',
    'Bỏ phiếu chỉ được đứng cuối thứ tự ưu tiên khi bằng điểm.',
    'A ballot can only be the last link of the chain for ties.',
  ],
};

/** Everything that can be wrong with a sheet. */
export const SHEET_REFUSALS: readonly RefusalText[] = Object.values(SHEET_FAULTS).map(([reason, vi, en]) => ({
  ...{ code: `SCORING.${reason}`, vi, en },
}));

/** What is to be mended of a sheet. */
export function sheetRefusal({ kind, code, field }: SheetFault): Refusal {
  const [reason, vi, en] = SHEET_FAULTS[kind];
  return { code: `SCORING.${reason}`, message: fillLabel({ vi, en }, { code, field }) };
}

/** Why a ranking cannot be published yet. */
export const RANKING_REFUSALS = {
  nobody: {
    code: 'RANKING.NOBODY',
    vi: 'Cụm, khối không có thành viên nào để xếp hạng.',
    en: 'The cluster has no member that could be ranked.',
  },
  notAppraised: {
    code: 'RANKING.NOT_APPRAISED',
    vi: 'Chưa thẩm định điểm của: {units}.',
    en: 'Not appraised yet: {units}.',
  },
  ballotNeeded: {
    code: 'RANKING.BALLOT_NEEDED',
    vi: 'Bằng điểm, cần hội nghị bỏ phiếu: {units}.',
    en: 'Level, so that the conference has to vote: {units}.',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;

/** The same with the units that it is about. */
export function rankingRefusal(reason: 'notAppraised' | 'ballotNeeded', units: readonly string[]): Refusal {
  const { code, vi, en } = RANKING_REFUSALS[reason];
  return { code, message: fillLabel({ vi, en }, { units: units.join(', ') }) };
}
