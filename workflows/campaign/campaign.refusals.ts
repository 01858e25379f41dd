import type { RefusalEntry } from '../kernel';
import type { CampaignGuardName } from './campaign.guards';
import { deadlineOf, MAX_DEPTH, MAX_MEASURES } from './campaign.rules';
import type { CampaignCommand, CampaignCommandOf, CampaignContext } from './campaign.types';

type Entry = RefusalEntry<CampaignContext, CampaignCommand>;

const input = (code: string, vi: string, en: string, params?: Entry['params']): Entry => ({
  code,
  message: { vi, en },
  needsInput: true,
  ...(params ? { params } : {}),
});

const known = (code: string, vi: string, en: string, params?: Entry['params']): Entry => ({
  code,
  message: { vi, en },
  ...(params ? { params } : {}),
});

/** Most codes that one sentence names. */
const MOST_NAMED = 10;

/** The first few of many codes: a plan may have thousands. */
function some(codes: readonly string[]): string {
  return [...codes.slice(0, MOST_NAMED), ...(codes.length > MOST_NAMED ? ['…'] : [])].join(', ');
}

/** What each guard of a campaign says when it does not hold: one entry per guard. */
export const campaignRefusals: Readonly<Record<CampaignGuardName, Entry>> = {
  periodIsInOrder: input(
    'CAMPAIGN.PERIOD_OUT_OF_ORDER',
    'Ngày kết thúc phải bằng hoặc sau ngày bắt đầu.',
    'The campaign must end on or after the day on which it starts.',
  ),
  schoolYearIsClear: input(
    'CAMPAIGN.SCHOOL_YEAR_UNCLEAR',
    'Chỉ phong trào theo năm học mới ghi năm học; năm học ghi bằng hai năm liền nhau như 2024-2025 và bao gồm thời gian của phong trào.',
    'Only a campaign of a school year names one, by two years in a row like 2024-2025 that its period lies in.',
  ),
  roundsAreInsideThePeriod: input(
    'CAMPAIGN.ROUND_OUTSIDE_PERIOD',
    'Mỗi giai đoạn phải bắt đầu trước khi kết thúc và nằm trong thời gian của phong trào.',
    'Every round must start before it ends and lie inside the period of the campaign.',
  ),
  issuerIsNamed: input(
    'CAMPAIGN.NO_ISSUER',
    'Hãy ghi ít nhất một cơ quan phát động.',
    'Name at least one issuing authority.',
  ),
  everyIndicatorHasAMeasure: input(
    'CAMPAIGN.INDICATOR_WITHOUT_MEASURE',
    'Mỗi chỉ tiêu phải có ít nhất một tiêu chí đo.',
    'Every indicator needs at least one measure.',
  ),
  measuresFitOnePledge: input(
    'CAMPAIGN.TOO_MANY_MEASURES',
    'Kế hoạch có quá {most} tiêu chí, đơn vị không thể đăng ký hết; hãy bớt tiêu chí hoặc tách thành nhiều phong trào.',
    'The plan has more than {most} measures, more than a unit can pledge on; leave some out or make several campaigns.',
    () => ({ most: MAX_MEASURES }),
  ),
  unitsAreKnown: input(
    'CAMPAIGN.UNKNOWN_UNIT',
    'Không tìm thấy đơn vị: {ids}.',
    'There are no units with these ids: {ids}.',
    (_, command) => ({ ids: command.facts.unknownUnitIds.join(', ') }),
  ),
  codeIsFree: input(
    'CAMPAIGN.CODE_TAKEN',
    'Mã phong trào này đã được dùng.',
    'Another campaign has this code already.',
  ),
  codesAreUnique: input(
    'CAMPAIGN.CODE_REPEATED',
    'Mỗi mã chỉ tiêu và mỗi mã tiêu chí chỉ được dùng một lần trong kế hoạch: {codes}.',
    'A plan uses the code of an indicator or of a measure once only: {codes}.',
    (_, command) => ({ codes: some(command.facts.repeatedCodes) }),
  ),
  everyMeasureCanBeJudged: input(
    'CAMPAIGN.MEASURE_FAULTY',
    'Chưa thể đánh giá theo tiêu chí {codes}: hãy kiểm tra giá trị kế hoạch, cận trên, mức tăng giảm, mốc so sánh và tổng số.',
    'Nothing can be judged by the measures {codes}: check planned values, upper ends, kind of change, baseline and total.',
    (_, command) => ({ codes: some(command.facts.faultyMeasures) }),
  ),
  allocationsFitThePlan: input(
    'CAMPAIGN.ALLOCATION_ASTRAY',
    'Mỗi chỉ tiêu giao phải nêu một tiêu chí và một đơn vị có trong kế hoạch, mỗi cặp một lần; hãy xem lại tiêu chí {codes}.',
    'An allocation names a measure and a unit of the plan, each pair once; look at the measures {codes}.',
    (_, command) => ({ codes: some(command.facts.strayAllocations) }),
  ),
  planHasMeasures: known(
    'CAMPAIGN.NO_MEASURES',
    'Kế hoạch chưa có chỉ tiêu hoặc nhóm nội dung nào.',
    'The plan has no indicators and no groups of contents yet.',
  ),
  planHasUnits: known(
    'CAMPAIGN.NO_UNITS',
    'Kế hoạch chưa nêu đơn vị tham gia.',
    'The plan names no units that take part.',
  ),
  approvalIsNotInTheFuture: input(
    'CAMPAIGN.APPROVAL_IN_THE_FUTURE',
    'Ngày ban hành kế hoạch không được ở tương lai.',
    'The plan cannot have been issued on a future day.',
  ),
  groupsAreOfThePlan: input(
    'CAMPAIGN.GROUP_ASTRAY',
    'Chỉ tiêu {codes} thuộc nhóm nội dung không có trong kế hoạch.',
    'The indicators {codes} belong to a group of contents that the plan does not have.',
    (_, command) => ({ codes: some(command.facts.strayGroups) }),
  ),
  officesAreOfIssuers: input(
    'CAMPAIGN.OFFICE_ASTRAY',
    'Cơ quan giúp việc {names} được ghi cho đơn vị không phát động phong trào.',
    'The offices {names} are given for a unit that does not issue the plan.',
    (_, command) => ({ names: some(command.facts.strayOffices) }),
  ),
  parentIsKnown: input(
    'CAMPAIGN.UNKNOWN_PARENT',
    'Không tìm thấy phong trào cấp trên của kế hoạch này.',
    'There is no campaign that this plan could be a child of under this id.',
  ),
  parentHasNotEnded: input(
    'CAMPAIGN.PARENT_ENDED',
    'Phong trào cấp trên đã tổng kết hoặc đã hủy.',
    'The parent campaign has been concluded or cancelled.',
  ),
  treeIsNotTooDeep: input(
    'CAMPAIGN.TOO_DEEP',
    'Kế hoạch con chỉ được lồng nhau đến {most} cấp.',
    'Plans within plans go down {most} levels at most.',
    () => ({ most: MAX_DEPTH }),
  ),
  parentStaysTheSame: input(
    'CAMPAIGN.PARENT_CHANGED',
    'Không thể đổi phong trào cấp trên của kế hoạch đã soạn; hãy soạn kế hoạch mới.',
    'The parent campaign of a drafted plan cannot be changed; draft another plan.',
  ),
  releaseCoversThePeriod: known(
    'CAMPAIGN.NO_RULEBOOK',
    'Không có bộ quy tắc nào có hiệu lực trong thời gian của phong trào.',
    'No rulebook is in force for the period of the campaign.',
  ),
  releaseIsNew: known(
    'CAMPAIGN.RELEASE_UNCHANGED',
    'Phong trào đang áp dụng đúng bộ quy tắc hiện hành.',
    'The campaign already follows the present rulebook release.',
  ),
  periodHasNotEnded: known(
    'CAMPAIGN.PERIOD_ENDED',
    'Thời gian của phong trào đã hết từ ngày {endsOn}; hãy điều chỉnh kế hoạch trước khi phát động.',
    'The period of the campaign ended on {endsOn}; change the plan before launching.',
    (context) => ({ endsOn: context.endsOn }),
  ),
  registrationIsNotOpen: known('CAMPAIGN.REGISTRATION_OPEN', 'Đăng ký thi đua đang mở.', 'Registration is open.'),
  registrationIsOpen: known('CAMPAIGN.REGISTRATION_NOT_OPEN', 'Đăng ký thi đua không mở.', 'Registration is not open.'),
  registrationMayEnd: known(
    'CAMPAIGN.REGISTRATION_NOT_OVER',
    'Chưa hết ngày cuối đăng ký thi đua.',
    'The last day of the registration is not over yet.',
  ),
  closingDayIsAhead: input(
    'CAMPAIGN.CLOSING_DAY_PAST',
    'Ngày khóa đăng ký đã qua.',
    'The closing day of the registration has passed.',
  ),
  reviewHasBeenHeld: input(
    'CAMPAIGN.REVIEW_NOT_HELD_YET',
    'Ngày sơ kết không được ở tương lai.',
    'The interim review cannot have been held on a future day.',
  ),
  reportIsDueAhead: input(
    'CAMPAIGN.REPORT_DUE_PAST',
    'Hạn nộp báo cáo đã qua.',
    'The day on which the report is due has passed.',
  ),
  reportIsNotRequestedYet: input(
    'CAMPAIGN.REPORT_ALREADY_REQUESTED',
    'Đã có yêu cầu báo cáo cho kỳ {period}.',
    'A report for {period} has been requested already.',
    (_, command) => ({ period: (command as CampaignCommandOf<'campaign.requestReport'>).input.period }),
  ),
  addresseesTakePart: input(
    'CAMPAIGN.ADDRESSEE_ASTRAY',
    'Đơn vị được yêu cầu báo cáo không có trong kế hoạch: {ids}.',
    'A report is asked of units that the plan does not name: {ids}.',
    (_, command) => ({ ids: some(command.facts.strayUnitIds) }),
  ),
  dossiersAreDueAhead: input(
    'CAMPAIGN.DOSSIERS_DUE_PAST',
    'Hạn nộp hồ sơ khen thưởng đã qua.',
    'The day on which the dossiers are due has passed.',
  ),
  cycleIsNotOpenYet: input(
    'CAMPAIGN.CYCLE_OPEN_ALREADY',
    'Đợt xét khen thưởng này đã được mở.',
    'This award cycle has been opened already.',
  ),
  cycleDayIsFree: input(
    'CAMPAIGN.CYCLE_DAY_TAKEN',
    'Đã có một đợt xét khen thưởng nhận hồ sơ đến đúng ngày này; mỗi đợt phân biệt với nhau bằng hạn nộp hồ sơ.',
    'Another award cycle takes dossiers until this very day; cycles are told apart by their last day.',
  ),
  deadlineExists: input('CAMPAIGN.NO_SUCH_DEADLINE', 'Phong trào không có thời hạn này.', 'There is no such deadline.'),
  newDayIsLater: input(
    'CAMPAIGN.NOT_AN_EXTENSION',
    'Gia hạn phải dời sang ngày sau {dueOn}.',
    'An extension must move the deadline to a day after {dueOn}.',
    (context, command) => ({
      dueOn: deadlineOf(context, (command as CampaignCommandOf<'campaign.extend'>).input.deadline) ?? '',
    }),
  ),
  newDayIsAhead: input('CAMPAIGN.NEW_DAY_PAST', 'Ngày gia hạn đã qua.', 'The new day has passed already.'),
  outcomeUnitTakesPart: input(
    'CAMPAIGN.OUTCOME_UNIT_ASTRAY',
    'Đơn vị không tham gia phong trào này.',
    'The unit does not take part in the campaign.',
  ),
  outcomeIsNotRecordedYet: input(
    'CAMPAIGN.OUTCOME_ALREADY_RECORDED',
    'Đã ghi nhận kết quả này cho đơn vị.',
    'This has been recorded for the unit already.',
  ),
  outcomeStands: input(
    'CAMPAIGN.NO_SUCH_OUTCOME',
    'Không tìm thấy nội dung phê bình, biểu dương này, hoặc nội dung đã được rút.',
    'There is no such criticism or praise, or it has been withdrawn.',
  ),
  reasonIsGiven: input('CAMPAIGN.REASON_MISSING', 'Hãy nêu lý do.', 'Give a reason.'),
  noPledgeIsOpen: known(
    'CAMPAIGN.PLEDGES_OPEN',
    'Còn {count} đăng ký thi đua chưa được đánh giá.',
    '{count} pledges have not been concluded.',
    (_, command) => ({ count: command.facts.openPledgeCount }),
  ),
  noCaseIsOpen: known(
    'CAMPAIGN.CASES_OPEN',
    'Còn {count} trường hợp khen thưởng chưa xử lý xong.',
    '{count} cases are still on their way.',
    (_, command) => ({ count: command.facts.openCaseCount }),
  ),
  nothingIsDecided: known(
    'CAMPAIGN.AWARDS_DECIDED',
    'Đã có {count} trường hợp được quyết định khen thưởng, không thể hủy phong trào.',
    '{count} cases have been decided; the campaign cannot be cancelled any more.',
    (_, command) => ({ count: command.facts.decidedCaseCount }),
  ),
};
