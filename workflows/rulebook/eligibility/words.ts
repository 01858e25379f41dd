import type { Label } from '../../kernel';
import type { ParameterKind } from './parameters';

/** Words of values, by what kind of value they are. */
export const VALUE_WORDS: Readonly<
  Partial<Record<ParameterKind | 'commendation' | 'finding', Readonly<Record<string, Label>>>>
> = {
  rating: {
    notCompleted: { vi: 'không hoàn thành nhiệm vụ', en: 'not completed' },
    completed: { vi: 'hoàn thành nhiệm vụ', en: 'completed' },
    good: { vi: 'hoàn thành tốt nhiệm vụ', en: 'good' },
    excellent: { vi: 'hoàn thành xuất sắc nhiệm vụ', en: 'excellent' },
  },
  scope: {
    unit: { vi: 'cơ sở', en: 'unit' },
    province: { vi: 'bộ, ban, ngành, tỉnh', en: 'ministry or province' },
    nation: { vi: 'toàn quốc', en: 'nation' },
  },
  initiativeKind: {
    initiative: { vi: 'sáng kiến', en: 'initiatives' },
    research: { vi: 'đề tài nghiên cứu', en: 'research' },
  },
  discipline: {
    reprimand: { vi: 'khiển trách', en: 'reprimand' },
    warning: { vi: 'cảnh cáo', en: 'warning' },
    salaryReduction: { vi: 'hạ bậc lương', en: 'salary reduction' },
    demotion: { vi: 'giáng chức', en: 'demotion' },
    removal: { vi: 'cách chức', en: 'removal' },
    dismissal: { vi: 'buộc thôi việc', en: 'dismissal' },
    other: { vi: 'hình thức khác', en: 'another form' },
  },
  level: {
    state: { vi: 'Trung ương', en: 'state' },
    province: { vi: 'bộ, ban, ngành, tỉnh', en: 'ministry or province' },
    district: { vi: 'huyện', en: 'district' },
    commune: { vi: 'xã', en: 'commune' },
    unit: { vi: 'cơ sở', en: 'unit' },
  },
  comparator: {
    atLeast: { vi: 'từ', en: 'at least' },
    moreThan: { vi: 'trên', en: 'more than' },
  },
  commendation: {
    merit: { vi: 'công trạng', en: 'merit' },
    sudden: { vi: 'đột xuất', en: 'sudden feats' },
    thematic: { vi: 'theo chuyên đề', en: 'campaigns' },
    longService: { vi: 'cống hiến', en: 'long service' },
    yearsOfService: { vi: 'niên hạn', en: 'years of service' },
    foreignRelations: { vi: 'đối ngoại', en: 'foreign relations' },
  },
  finding: {
    met: { vi: 'đạt', en: 'met' },
    notMet: { vi: 'không đạt', en: 'not met' },
    notProven: { vi: 'chưa đủ căn cứ', en: 'not proven' },
  },
};

/** What a fact that was used says; `{…}` are what it says as data. */
export const USED_WORDS: Readonly<Record<string, Label>> = {
  rating: { vi: 'Năm {year}: {rating}', en: '{year}: {rating}' },
  award: { vi: '{tier}, quyết định ngày {decidedOn}', en: '{tier}, decided on {decidedOn}' },
  initiative: {
    vi: '{kind} phạm vi {scope}, công nhận ngày {recognisedOn}',
    en: '{kind}, {scope}, recognised on {recognisedOn}',
  },
  discipline: { vi: 'Kỷ luật {form} từ ngày {from} đến {until}', en: 'Disciplined by {form} from {from} to {until}' },
  freeze: { vi: 'Đang xem xét từ ngày {from}', en: 'Pending since {from}' },
  service: { vi: '{position} từ ngày {from} đến {until}', en: '{position} from {from} to {until}' },
  holders: {
    vi: 'Năm {year}: {holders}/{members} thành viên được tặng {tier}',
    en: '{year}: {holders} of {members} members hold {tier}',
  },
  rated: {
    vi: 'Năm {year}: {rated}/{members} thành viên được xếp loại từ {rating} trở lên',
    en: '{year}: {rated} of {members} members rated {rating} or better',
  },
  memberDiscipline: {
    vi: 'Năm {year}: kỷ luật nặng nhất của thành viên là {gravestDiscipline}',
    en: '{year}: gravest discipline of a member: {gravestDiscipline}',
  },
  cluster: {
    vi: 'Dẫn đầu cụm, khối thi đua cấp {level} năm {year}',
    en: 'Leads a cluster at the level of {level} in {year}',
  },
  campaign: {
    vi: 'Dẫn đầu phong trào chuyên đề cấp {level} năm {year} ({months} tháng)',
    en: 'Leads a campaign at the level of {level} in {year} ({months} months)',
  },
  employment: { vi: 'Công tác từ ngày {from}', en: 'At work since {from}' },
  judgement: { vi: 'Người thẩm định kết luận: {finding}', en: 'A person found: {finding}' },
  dossier: { vi: 'Hồ sơ lập ngày {dossierOn}', en: 'The dossier is of {dossierOn}' },
};

/** What would decide and is not known. */
export const MISSING_WORDS: Readonly<Record<string, Label>> = {
  rating: { vi: 'Chưa có xếp loại năm {year}', en: 'No rating is known for {year}' },
  award: { vi: 'Chưa có thông tin về {tier}', en: 'Nothing is known of {tier}' },
  awardOfYear: { vi: 'Chưa có thông tin về {tier} năm {year}', en: 'Nothing is known of {tier} for {year}' },
  awardTimes: { vi: 'Còn thiếu {times} lần {tier}', en: '{times} more of {tier}' },
  awardBefore: {
    vi: 'Chưa có thông tin về {tier} trước năm {before}',
    en: 'Nothing is known of {tier} before {before}',
  },
  initiative: {
    vi: 'Còn thiếu {count} sáng kiến hoặc đề tài phạm vi {scope}',
    en: '{count} more initiatives or pieces of research: {scope}',
  },
  discipline: {
    vi: 'Chưa xác nhận việc kỷ luật từ {from} đến {to}',
    en: 'Nobody confirmed the conduct from {from} to {to}',
  },
  gravity: {
    vi: 'Cần kết luận hình thức kỷ luật có từ {form} trở lên trong thời gian xét không',
    en: 'Somebody must say whether the measure counts as {form} or graver in the period',
  },
  disciplineEnd: {
    vi: 'Chưa biết ngày chấp hành xong kỷ luật {form} (từ {from})',
    en: 'The end of the measure ({form}, from {from}) is not known',
  },
  employment: { vi: 'Chưa biết ngày bắt đầu công tác', en: 'Nobody knows since when the person works there' },
  judgement: { vi: 'Cần người thẩm định kết luận: {condition}', en: 'A person must judge: {condition}' },
  members: { vi: 'Chưa có số liệu thành viên năm {year}', en: 'The members of {year} are not known' },
  cluster: {
    vi: 'Chưa có kết quả cụm, khối thi đua cấp {level} năm {year}',
    en: 'No result of a cluster at the level of {level} for {year}',
  },
  campaign: {
    vi: 'Chưa có kết quả phong trào chuyên đề cấp {level}',
    en: 'No result of a campaign at the level of {level}',
  },
  service: { vi: 'Còn thiếu {months} tháng giữ chức vụ {position}', en: '{months} more months as {position}' },
  isWoman: { vi: 'Chưa biết người được đề nghị có phải là nữ không', en: 'Nobody knows whether the person is a woman' },
  tierKind: {
    vi: 'Chưa biết {tier} là danh hiệu hay hình thức khen thưởng',
    en: 'Whether {tier} is a title or a form is not known',
  },
  commendation: {
    vi: 'Chưa biết loại hình khen thưởng của {tier} (quyết định ngày {decidedOn})',
    en: 'The kind of commendation of {tier} (decided on {decidedOn}) is not known',
  },
  standard: { vi: 'Chưa có tiêu chuẩn của {tier} trong bộ quy định', en: 'The rulebook has no standard for {tier}' },
};

/** How groups and whole answers are introduced. */
export const GROUP_WORDS = {
  all: { vi: 'Đạt tất cả các điều kiện', en: 'All of' },
  any: { vi: 'Đạt một trong các điều kiện', en: 'Any of' },
  atLeast: { vi: 'Đạt ít nhất {needed} điều kiện', en: 'At least {needed} of' },
  overall: { vi: '{tier} theo {regime}: {finding}', en: '{tier} under {regime}: {finding}' },
  noStandard: {
    vi: 'Bộ quy định chưa có tiêu chuẩn cho đối tượng này: cần người quyết định',
    en: 'The rulebook has no standard for this kind of subject: a person decides',
  },
  unknown: { vi: 'chưa rõ', en: 'unknown' },
  none: { vi: 'không có', en: 'none' },
} as const satisfies Readonly<Record<string, Label>>;
