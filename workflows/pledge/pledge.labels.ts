import type { Label } from '../kernel';
import type { PledgeCommand, PledgeOutcome } from './pledge.types';

/** Words for the states and commands of a pledge. */
export const pledgeLabels: {
  readonly states: Readonly<Record<string, Label>>;
  readonly commands: Readonly<Record<PledgeCommand['type'], Label>>;
} = {
  states: {
    draft: { vi: 'Đang soạn', en: 'Draft' },
    submitted: { vi: 'Đã nộp đăng ký', en: 'Submitted' },
    returned: { vi: 'Bị trả lại', en: 'Returned' },
    registered: { vi: 'Đã ghi nhận đăng ký', en: 'Registered' },
    reporting: { vi: 'Đang thực hiện, báo cáo', en: 'Underway, reporting' },
    concluded: { vi: 'Đã đánh giá', en: 'Concluded' },
    refused: { vi: 'Không chấp nhận', en: 'Refused' },
    withdrawn: { vi: 'Đã rút đăng ký', en: 'Withdrawn' },
    discontinued: { vi: 'Kết thúc do sắp xếp đơn vị', en: 'Discontinued: the unit was rearranged' },
  },
  commands: {
    'pledge.draft': { vi: 'Soạn đăng ký', en: 'Draft a pledge' },
    'pledge.revise': { vi: 'Sửa đăng ký', en: 'Revise the pledge' },
    'pledge.submit': { vi: 'Nộp đăng ký', en: 'Submit' },
    'pledge.sign': { vi: 'Ký giao ước', en: 'Sign' },
    'pledge.accept': { vi: 'Ghi nhận', en: 'Register' },
    'pledge.return': { vi: 'Trả lại', en: 'Return for changes' },
    'pledge.refuse': { vi: 'Không chấp nhận', en: 'Refuse' },
    'pledge.report': { vi: 'Báo cáo kết quả', en: 'Report progress' },
    'pledge.verify': { vi: 'Xác nhận số liệu', en: 'Verify a report' },
    'pledge.amend': { vi: 'Điều chỉnh đăng ký', en: 'Amend the pledge' },
    'pledge.conclude': { vi: 'Đánh giá kết quả', en: 'Conclude' },
    'pledge.withdraw': { vi: 'Rút', en: 'Withdraw' },
    'pledge.discontinue': { vi: 'Kết thúc do sắp xếp đơn vị', en: 'Discontinue' },
  },
};

/** Words for how a pledge ended. */
export const pledgeOutcomeLabels: Readonly<Record<PledgeOutcome, Label>> = {
  exceeded: { vi: 'Vượt chỉ tiêu', en: 'Exceeded' },
  fulfilled: { vi: 'Đạt chỉ tiêu', en: 'Fulfilled' },
  missed: { vi: 'Không đạt chỉ tiêu', en: 'Missed' },
};
