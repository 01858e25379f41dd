import type { Label } from '../kernel';

/** Words for the commands on statements of results. */
export const resultStatementLabels = {
  'resultStatement.record': { vi: 'Ghi nhận kết quả tổng hợp', en: 'Record a statement of results' },
  'resultStatement.withdraw': { vi: 'Rút kết quả tổng hợp', en: 'Withdraw a statement of results' },
} as const satisfies Readonly<Record<string, Label>>;

/** Words for how the report of a unit stands to its due day. */
export const dueReportLabels = {
  inTime: { vi: 'Đã báo cáo đúng hạn', en: 'Reported in time' },
  late: { vi: 'Báo cáo quá hạn', en: 'Reported late' },
  awaited: { vi: 'Chưa báo cáo, còn trong hạn', en: 'Not reported, not yet due' },
  overdue: { vi: 'Chưa báo cáo, đã quá hạn', en: 'Not reported, overdue' },
} as const satisfies Readonly<Record<string, Label>>;

/** How the report of a unit stands to its due day. */
export type DueReportState = keyof typeof dueReportLabels;
