import type { Label } from '../kernel';

/** What can be brought in from a file. */
export const IMPORT_KINDS = [
  'units',
  'people',
  'collectives',
  'households',
  'ratings',
  'cases',
  'awardRecords',
  'initiatives',
  'initiativeUses',
] as const;

export type ImportKindName = (typeof IMPORT_KINDS)[number];

/** What becomes of a file. */
export const IMPORT_STATES = ['checked', 'applying', 'applied', 'discarded'] as const;

export type ImportState = (typeof IMPORT_STATES)[number];

/** What would become of a row: a dry run says so, and nothing else happens. */
export const ROW_FATES = ['add', 'known', 'similar', 'refused'] as const;

export type RowFate = (typeof ROW_FATES)[number];

/** What became of a row once the file was applied. */
export const ROW_OUTCOMES = ['added', 'skipped', 'refused'] as const;

export type RowOutcome = (typeof ROW_OUTCOMES)[number];

/** What each fate is called. */
export const FATE_LABELS: Readonly<Record<RowFate, Label>> = {
  add: { vi: 'Sẽ được thêm', en: 'Will be added' },
  known: { vi: 'Đã có', en: 'Is known' },
  similar: { vi: 'Giống dữ liệu đã có', en: 'Looks like what is there' },
  refused: { vi: 'Không nhận được', en: 'Cannot be taken' },
};

/** What each outcome is called. */
export const OUTCOME_LABELS: Readonly<Record<RowOutcome, Label>> = {
  added: { vi: 'Đã thêm', en: 'Added' },
  skipped: { vi: 'Bỏ qua', en: 'Passed over' },
  refused: { vi: 'Bị từ chối', en: 'Refused' },
};

/** What each state is called. */
export const IMPORT_LABELS: Readonly<Record<ImportState, Label>> = {
  checked: { vi: 'Đã kiểm tra, chưa nhập', en: 'Checked, not applied' },
  applying: { vi: 'Đang nhập', en: 'Being applied' },
  applied: { vi: 'Đã nhập', en: 'Applied' },
  discarded: { vi: 'Đã bỏ', en: 'Discarded' },
};

/** What each command on files is called. */
export const IMPORT_COMMANDS = {
  'import.check': { vi: 'Kiểm tra thử một tệp, chưa thay đổi gì', en: 'Try a file out; nothing is changed' },
  'import.apply': { vi: 'Nhập các dòng đã kiểm tra', en: 'Apply the rows that were checked' },
  'import.discard': { vi: 'Bỏ tệp và xóa nội dung đã đọc', en: 'Discard the file and erase what was read' },
} as const satisfies Readonly<Record<string, Label>>;

/** What was only tried out can be applied, once. */
export function mayApply(state: ImportState): boolean {
  return state === 'checked';
}

/** What is being applied reads its rows still. */
export function mayDiscard(state: ImportState): boolean {
  return state === 'checked' || state === 'applied';
}

/** Whether a row is sent as a command: what looks like something else only if somebody says that it is another. */
export function isSent(fate: RowFate, similar: 'skip' | 'another'): boolean {
  return fate === 'add' || (fate === 'similar' && similar === 'another');
}
