/** What one file may have: a province's list of people fits, and one process stays answerable. */
export const IMPORT_LIMITS = {
  bytes: 20_000_000,
  rows: 100_000,
  columns: 60,
  /** Characters of one cell. */
  cell: 2_000,
} as const;
