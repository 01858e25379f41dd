import type { Label } from '../kernel';

/** What can be done with the publicity plan of a campaign. */
export const PUBLICITY_COMMANDS = [
  'publicity.addPiece',
  'publicity.extendPiece',
  'publicity.dropPiece',
  'publicity.report',
  'publicity.withdrawReport',
] as const;

export type PublicityCommand = (typeof PUBLICITY_COMMANDS)[number];

/** What each command on publicity plans is called. */
export const PUBLICITY_COMMAND_LABELS: Readonly<Record<PublicityCommand | 'publicity.plan', Label>> = {
  'publicity.plan': { vi: 'Lập kế hoạch tuyên truyền của phong trào', en: 'Plan the publicity of a campaign' },
  'publicity.addPiece': { vi: 'Thêm nội dung tuyên truyền', en: 'Add a piece of publicity' },
  'publicity.extendPiece': { vi: 'Dời hạn của một nội dung tuyên truyền', en: 'Move the last day of a piece' },
  'publicity.dropPiece': { vi: 'Bỏ một nội dung tuyên truyền', en: 'Drop a piece' },
  'publicity.report': { vi: 'Báo cáo số lượng đã tuyên truyền', en: 'Report what was published' },
  'publicity.withdrawReport': { vi: 'Rút số liệu đã báo cáo', en: 'Withdraw a report' },
};
