import type { Label } from '../kernel';
import type { CampaignCommand, OutcomeKind } from './campaign.types';

/** Words for the states and commands of a campaign. */
export const campaignLabels: {
  readonly states: Readonly<Record<string, Label>>;
  readonly commands: Readonly<Record<CampaignCommand['type'], Label>>;
} = {
  states: {
    draft: { vi: 'Dự thảo kế hoạch', en: 'Draft plan' },
    awaitingApproval: { vi: 'Chờ phê duyệt', en: 'Awaiting approval' },
    approved: { vi: 'Đã ban hành kế hoạch', en: 'Plan issued' },
    underway: { vi: 'Đang triển khai', en: 'Underway' },
    collecting: { vi: 'Đang nhận hồ sơ khen thưởng', en: 'Collecting dossiers' },
    awarding: { vi: 'Đang xét và khen thưởng', en: 'Reviewing and awarding' },
    suspended: { vi: 'Tạm dừng', en: 'Suspended' },
    'suspended.underway': { vi: 'Tạm dừng (khi đang triển khai)', en: 'Suspended while underway' },
    'suspended.collecting': { vi: 'Tạm dừng (khi đang nhận hồ sơ)', en: 'Suspended while collecting' },
    'suspended.awarding': { vi: 'Tạm dừng (khi đang xét khen thưởng)', en: 'Suspended while awarding' },
    concluded: { vi: 'Đã tổng kết', en: 'Concluded' },
    cancelled: { vi: 'Đã hủy', en: 'Cancelled' },
  },
  commands: {
    'campaign.draft': { vi: 'Soạn kế hoạch', en: 'Draft the plan' },
    'campaign.revise': { vi: 'Sửa dự thảo kế hoạch', en: 'Revise the draft' },
    'campaign.submit': { vi: 'Trình phê duyệt', en: 'Submit for approval' },
    'campaign.return': { vi: 'Trả lại để hoàn thiện', en: 'Return for changes' },
    'campaign.approve': { vi: 'Phê duyệt', en: 'Approve' },
    'campaign.launch': { vi: 'Phát động', en: 'Launch' },
    'campaign.openRegistration': { vi: 'Mở đăng ký', en: 'Open registration' },
    'campaign.closeRegistration': { vi: 'Khóa đăng ký', en: 'Close registration' },
    'campaign.interimReview': { vi: 'Sơ kết', en: 'Hold an interim review' },
    'campaign.requestReport': { vi: 'Yêu cầu báo cáo', en: 'Request a report' },
    'campaign.openAwardCycle': { vi: 'Mở đợt xét khen thưởng', en: 'Open an award cycle' },
    'campaign.startAwarding': { vi: 'Bắt đầu xét khen thưởng', en: 'Start awarding' },
    'campaign.extend': { vi: 'Gia hạn', en: 'Extend a deadline' },
    'campaign.amend': { vi: 'Điều chỉnh kế hoạch', en: 'Amend the plan' },
    'campaign.adoptRelease': { vi: 'Áp dụng bộ quy tắc mới', en: 'Adopt a rulebook release' },
    'campaign.recordOutcome': { vi: 'Ghi nhận phê bình, biểu dương', en: 'Record criticism or praise' },
    'campaign.withdrawOutcome': { vi: 'Rút phê bình, biểu dương', en: 'Withdraw criticism or praise' },
    'campaign.suspend': { vi: 'Tạm dừng', en: 'Suspend' },
    'campaign.resume': { vi: 'Tiếp tục', en: 'Resume' },
    'campaign.conclude': { vi: 'Tổng kết', en: 'Conclude' },
    'campaign.reopen': { vi: 'Mở lại', en: 'Reopen' },
    'campaign.cancel': { vi: 'Hủy phong trào', en: 'Cancel the campaign' },
  },
};

/** Words for what a campaign says of a unit besides awards. */
export const outcomeKindLabels: Readonly<Record<OutcomeKind, Label>> = {
  criticism: { vi: 'Phê bình', en: 'Criticism' },
  praise: { vi: 'Biểu dương', en: 'Praise' },
};
