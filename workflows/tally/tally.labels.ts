import type { Label } from '../kernel';
import type { TallyDimension, TallyFamily, TallyStage } from './tally.types';

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
  gender: { vi: 'Giới tính', en: 'Gender' },
  directWorker: { vi: 'Lao động trực tiếp', en: 'Direct worker' },
  leader: { vi: 'Lãnh đạo, quản lý', en: 'Leader' },
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
