import type { Label } from '../kernel';
import type { TallyDimension, TallyFamily, TallyLeaderLevel, TallyStage } from './tally.types';

/** What stages are called in tables. */
export const STAGE_LABELS: Readonly<Record<TallyStage, Label>> = {
  proposed: { vi: 'Đề nghị', en: 'Proposed' },
  eligible: { vi: 'Đủ điều kiện', en: 'Eligible' },
  inReview: { vi: 'Đưa ra hội đồng', en: 'In review' },
  recommended: { vi: 'Được đề xuất', en: 'Recommended' },
  sentUp: { vi: 'Trình cấp trên', en: 'Sent up' },
  decided: { vi: 'Được khen thưởng', en: 'Decided' },
  grantedAbove: { vi: 'Cấp trên khen thưởng', en: 'Granted above' },
  presented: { vi: 'Đã trao', en: 'Presented' },
  paid: { vi: 'Đã chi thưởng', en: 'Paid' },
  revoked: { vi: 'Bị hủy bỏ', en: 'Revoked' },
};

/** What dimensions are called in tables. */
export const DIMENSION_LABELS: Readonly<Record<TallyDimension, Label>> = {
  year: { vi: 'Năm', en: 'Year' },
  tier: { vi: 'Danh hiệu, hình thức', en: 'Tier' },
  subjectKind: { vi: 'Đối tượng', en: 'Subject' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  cluster: { vi: 'Cụm, khối thi đua', en: 'Cluster' },
  gender: { vi: 'Giới tính', en: 'Gender' },
  directWorker: { vi: 'Lao động trực tiếp', en: 'Direct worker' },
  leader: { vi: 'Lãnh đạo, quản lý', en: 'Leader' },
  leaderLevel: { vi: 'Cấp lãnh đạo, quản lý', en: 'Level of leadership' },
};

/** What levels of leadership are called in tables. */
export const LEADER_LEVEL_LABELS: Readonly<Record<TallyLeaderLevel, Label>> = {
  none: { vi: 'Không giữ chức vụ lãnh đạo, quản lý', en: 'No leader' },
  unstated: { vi: 'Lãnh đạo, quản lý, chưa rõ cấp', en: 'Leader, level not stated' },
  unit: { vi: 'Lãnh đạo cấp cơ quan, đơn vị', en: 'Leader of a unit' },
  commune: { vi: 'Lãnh đạo cấp xã', en: 'Leader at commune level' },
  district: { vi: 'Lãnh đạo cấp huyện', en: 'Leader at district level' },
  province: { vi: 'Lãnh đạo cấp tỉnh', en: 'Leader at province level' },
  state: { vi: 'Lãnh đạo cấp trung ương', en: 'Leader at central level' },
};

/** What the two families are called in tables. */
export const FAMILY_LABELS: Readonly<Record<TallyFamily, Label>> = {
  state: { vi: 'Nhà nước', en: 'State' },
  party: { vi: 'Đảng', en: 'Party' },
};

/** What the three numbers of a stage are called in tables. */
export const NUMBER_LABELS: Readonly<Record<'awards' | 'heads' | 'money', Label>> = {
  awards: { vi: 'lượt', en: 'awards' },
  heads: { vi: 'đối tượng', en: 'heads' },
  money: { vi: 'tiền thưởng (đồng)', en: 'money (đồng)' },
};

/** What is said of a quota in tables. */
export const QUOTA_LABELS: Readonly<
  Record<'tier' | 'councilName' | 'places' | 'proposed' | 'used' | 'left' | 'waiting', Label>
> = {
  tier: DIMENSION_LABELS.tier,
  councilName: { vi: 'Hội đồng', en: 'Council' },
  places: { vi: 'Chỉ tiêu', en: 'Places' },
  proposed: { vi: 'Số đề nghị', en: 'Proposed' },
  used: { vi: 'Đã dùng', en: 'Used' },
  left: { vi: 'Còn lại', en: 'Left' },
  waiting: { vi: 'Danh sách chờ', en: 'Waiting' },
};
