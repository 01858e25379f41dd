import { foldText } from '../kernel';

/** A column that a file may have. */
export interface ImportColumn {
  /** Its name in the program: `nationalId`. */
  readonly name: string;
  /** Its headings, the Vietnamese one first; accents, case and spaces do not matter. */
  readonly headings: readonly string[];
  readonly isRequired?: boolean;
}

/** Where the columns are, or what is wrong with the headings. */
export interface Headings {
  /** Name of the column at each place. */
  readonly names: readonly string[];
  readonly unknown: readonly string[];
  readonly repeated: readonly string[];
  /** First headings of those that must be there and are not. */
  readonly missing: readonly string[];
}

/** What may stand between two cells. */
export const DELIMITERS = [',', ';', '\t'] as const;

export type Delimiter = (typeof DELIMITERS)[number];

/** The delimiter that the first line, the headings, has most of outside quotation marks; a comma when it has none. */
export function delimiterOf(text: string): Delimiter {
  const counts = new Map<string, number>();
  let isQuoted = false;
  for (const sign of text) {
    if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (sign === '\n' || sign === '\r')) break;
    else if (!isQuoted) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  const countOf = (delimiter: Delimiter): number => counts.get(delimiter) ?? 0;
  return DELIMITERS.reduce((best, next) => (countOf(next) > countOf(best) ? next : best));
}

/** Finds the columns by their headings. */
export function readHeadings(headings: readonly string[], columns: readonly ImportColumn[]): Headings {
  const byHeading = new Map(
    columns.flatMap(({ name, headings: known }) => [name, ...known].map((each) => [keyOf(each), name] as const)),
  );
  const names = headings.map((heading) => byHeading.get(keyOf(heading)) ?? '');
  return {
    names,
    unknown: headings.filter((_, index) => names[index] === ''),
    repeated: headings.filter((_, index) => names[index] !== '' && names.indexOf(names[index] ?? '') < index),
    missing: columns
      .filter(({ name, isRequired = false }) => isRequired && !names.includes(name))
      .map(({ name, headings: [first] }) => first ?? name),
  };
}

/** `Ngày sinh (*)`, `NGAY SINH` and `ngày  sinh` are one heading. */
function keyOf(heading: string): string {
  return foldText(heading.replaceAll(/[*()_.:]/g, ' '));
}

const DAY_FIRST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

/** A day as Vietnamese tables write it, `19/5/1980`, as `1980-05-19`; anything else as it is, to be refused by who takes it. */
export function dayOfCell(cell: string): string {
  const [, day = '', month = '', year = ''] = DAY_FIRST.exec(cell) ?? [];
  return year === '' ? cell : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const YES = new Set(['x', 'co', 'yes', 'true', '1', 'dung']);
const NO = new Set(['khong', 'no', 'false', '0', 'sai']);

/** Yes or no as tables write it; undefined for anything else. */
export function yesNoOfCell(cell: string): boolean | undefined {
  const word = foldText(cell);
  if (YES.has(word)) return true;
  return NO.has(word) ? false : undefined;
}

/** The words of closed lists by their folded names: a list is folded once, not for each cell. */
const folded = new WeakMap<object, ReadonlyMap<string, string>>();

/** The word of a closed list that a cell means by its label or by itself; the cell when it means none. */
export function wordOfCell(cell: string, labels: Readonly<Record<string, readonly string[]>>): string {
  const known = folded.get(labels) ?? wordsOf(labels);
  folded.set(labels, known);
  return known.get(foldText(cell)) ?? cell;
}

/** Where two words have one name, the first one has it. */
function wordsOf(labels: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> {
  const pairs = Object.entries(labels).flatMap(([word, names]) =>
    [word, ...names].map((name) => [foldText(name), word] as const),
  );
  return new Map(pairs.reverse());
}

const GROUPED_DIGITS = /^\d{1,3}([., \u{a0}]\d{3})+$/u;

/** Whole đồng as tables write them, `1.490.000`, as digits only; anything else as it is, to be refused by who takes it. */
export function dongOfCell(cell: string): string {
  const bare = cell.replace(/\s*(đồng|đ|vnd)$/i, '');
  return GROUPED_DIGITS.test(bare) ? bare.replaceAll(/\D/g, '') : bare;
}

/** Number and symbol of a paper in one cell, `Số 1234/QĐ-UBND`; without a symbol when the cell has none. */
export function paperOfCell(cell: string): { readonly number: string; readonly symbol: string | undefined } {
  const bare = cell.replace(/^số\s+/i, '');
  const slash = bare.indexOf('/');
  if (slash < 0) return { number: bare, symbol: undefined };
  return { number: bare.slice(0, slash).trim(), symbol: bare.slice(slash + 1).trim() };
}

/** What a spreadsheet would take for a formula and run. */
const FORMULA = /^\s*[=+\-@]|^[\t\r]/;

/** A row of comma-separated values (RFC 4180) for spreadsheets. What looks like a formula is made plain with an apostrophe. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

function quoted(cell: string): string {
  const plain = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
