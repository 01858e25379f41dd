import { CsvError, parse } from 'csv-parse';
import { foldText, type Refusal } from '../../workflows/kernel';
import { delimiterOf, readHeadings, type Delimiter, type ImportColumn } from '../../workflows/import';
import { IMPORT_LIMITS } from './import-limits';
import { IMPORT_REFUSALS, reason } from './imports.errors';

/** A row of a file: what stands in each column that it has, by the name of the column; empty cells are left out. */
export interface ReadRow {
  /** Place among the rows, from 1. */
  readonly ordinal: number;
  /** Line of the file that it ends on. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
  /** As they stand, for whoever looks at the row. */
  readonly raw: readonly string[];
}

/** The file cannot be taken at all. */
export class FileRefused extends Error {
  constructor(readonly reasons: readonly Refusal[]) {
    super(reasons.map(({ code }) => code).join(', '));
  }
}

/** The headings of a file, and its rows in blocks: never all of them at once. */
export interface Table {
  readonly headings: readonly string[];
  /** Throws FileRefused on the way, when the file cannot be read further or has too much. */
  readonly blocks: AsyncGenerator<readonly ReadRow[]>;
}

const ROWS_AT_ONCE = 500;

interface ParsedRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * Reads comma-separated values: with or without a byte order mark, quoted cells with line breaks, the delimiter found or
 * given. Throws FileRefused when it is empty, or its headings are not those of the columns.
 */
export async function readTable(
  text: string,
  columns: readonly ImportColumn[],
  delimiter: Delimiter = delimiterOf(text),
): Promise<Table> {
  const records = parsed(text, delimiter);
  const first = await records.next();
  if (first.done === true) throw new FileRefused([reason(IMPORT_REFUSALS.empty)]);
  const headings = first.value.record.map((heading) => heading.trim());
  const reasons = headingReasons(headings, columns);
  if (reasons.length > 0) throw new FileRefused(reasons);
  return { headings, blocks: blocksOf(records, readHeadings(headings, columns).names) };
}

async function* parsed(text: string, delimiter: string): AsyncGenerator<ParsedRecord> {
  const options = { bom: true, delimiter, info: true, relax_column_count: true, skip_empty_lines: true };
  const parser = parse(text, { ...options, max_record_size: IMPORT_LIMITS.columns * IMPORT_LIMITS.cell });
  try {
    for await (const record of parser as AsyncIterable<ParsedRecord>) yield record;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : 1;
    throw new FileRefused([reason(IMPORT_REFUSALS.notCsv, { line })]);
  }
}

function headingReasons(headings: readonly string[], columns: readonly ImportColumn[]): readonly Refusal[] {
  if (headings.length > IMPORT_LIMITS.columns) return [reason(IMPORT_REFUSALS.tooManyColumns)];
  const { unknown, repeated, missing } = readHeadings(headings, columns);
  const wrong = [
    [IMPORT_REFUSALS.unknownHeading, unknown],
    [IMPORT_REFUSALS.repeatedHeading, repeated],
    [IMPORT_REFUSALS.missingHeading, missing],
  ] as const;
  return wrong
    .filter(([, found]) => found.length > 0)
    .map(([entry, found]) => reason(entry, { headings: found.map((each) => `“${each.slice(0, 100)}”`).join(', ') }));
}

async function* blocksOf(
  records: AsyncGenerator<ParsedRecord>,
  names: readonly string[],
): AsyncGenerator<readonly ReadRow[]> {
  let block: ReadRow[] = [];
  let ordinal = 0;
  for await (const { record, info } of records) {
    if (record.every((cell) => cell.trim() === '')) continue;
    ordinal += 1;
    if (ordinal > IMPORT_LIMITS.rows) throw new FileRefused([reason(IMPORT_REFUSALS.tooManyRows)]);
    block.push({ ordinal, line: info.lines, cells: cellsOf(record, names), raw: record });
    if (block.length < ROWS_AT_ONCE) continue;
    yield block;
    block = [];
  }
  if (ordinal === 0) throw new FileRefused([reason(IMPORT_REFUSALS.empty)]);
  if (block.length > 0) yield block;
}

const foldedNames = new WeakMap<ReadRow, string>();

/** The name that a row gives, folded: once, however often it is looked for. */
export function foldedNameOf(row: ReadRow): string {
  const folded = foldedNames.get(row) ?? foldText(row.cells.name ?? '');
  foldedNames.set(row, folded);
  return folded;
}

const LINE_BREAKS = /\s*[\r\n]+\s*/g;

/**
 * Cells by the names of their columns, as text: what looks like a number or a formula stays what it is. A line break in a
 * cell is how it was laid out, and no part of a name.
 */
function cellsOf(record: readonly string[], names: readonly string[]): Readonly<Record<string, string>> {
  const cells: Record<string, string> = {};
  names.forEach((name, index) => {
    const cell = (record[index] ?? '').normalize('NFC').replaceAll(LINE_BREAKS, ' ').trim();
    if (cell !== '') cells[name] = cell;
  });
  return cells;
}
