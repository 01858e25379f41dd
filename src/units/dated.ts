import type { LocalDate } from '../../workflows/kernel';

/** A span of days, both ends included; `validTo` null while it lasts. */
export interface Span {
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/** Later than every day there is, in place of an open end. */
export const OPEN_END = '9999-12-31';

/** SQL: the row holds on a day; takes the day twice. */
export const holdsOn = (row: string): string =>
  `${row}.valid_from <= ? AND (${row}.valid_to IS NULL OR ${row}.valid_to >= ?)`;

/** The values of `holdsOn` for rows that share a day with a span. */
export const sharing = ({ validFrom, validTo }: Span): readonly string[] => [validTo ?? OPEN_END, validFrom];
