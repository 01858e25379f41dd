import type { NationalIds } from '../../people';
import type { RowReason } from '../../operations';
import { inChunks, type RowReader } from '../../platform/persistence';
import type { ImportPlace } from '../import-kind';
import { reason, ROW_REFUSALS } from '../imports.errors';
import type { ReadRow } from '../read-table';
import { subjectsOfRows, type SubjectOfRow } from './subject-of-row';

/** Whose the thing of a row is, each once, or why nobody's. */
export interface AuthorsOfRow {
  readonly authors: readonly SubjectOfRow[];
  readonly reasons: readonly RowReason[];
}

/** One more than a command takes, so that it says that there are too many. */
const MOST_CO_AUTHORS = 20;
const AT_ONCE = 500;

/** A name, with a birthday or an identity number in brackets where there are two of that name. */
const CO_AUTHOR = /^([^()]+?)\s*(?:\(([^()]*)\))?$/;

/** Finds the authors that each row means: the one in its own columns, and those in the cell `coAuthors`, with semicolons between. */
export async function authorsOfRows(
  reads: RowReader,
  numbers: NationalIds,
  rows: readonly ReadRow[],
  place: ImportPlace,
): Promise<(row: ReadRow) => AuthorsOfRow> {
  const coAuthors = new Map(rows.map((row) => [row, coAuthorsOf(row)]));
  const found = new Map<ReadRow, SubjectOfRow>();
  for (const some of inChunks([...rows, ...[...coAuthors.values()].flat()], AT_ONCE)) {
    const subjectOf = await subjectsOfRows(reads, numbers, some, place);
    for (const row of some) found.set(row, subjectOf(row));
  }
  return (row) => {
    const others = coAuthors.get(row) ?? [];
    const subjects = [row, ...others].flatMap((each) => found.get(each) ?? []);
    const authors = new Map(subjects.map((subject) => [`${subject.kind}:${subject.id ?? ''}`, subject]));
    const reasons = others.flatMap((other) => found.get(other)?.reasons.map((why) => ofCoAuthor(other, why)) ?? []);
    return { authors: [...authors.values()], reasons: [...(found.get(row)?.reasons ?? []), ...reasons] };
  };
}

/** Co-authors as rows of their own. */
function coAuthorsOf({ ordinal, line, cells: { coAuthors = '' } }: ReadRow): readonly ReadRow[] {
  const parts = coAuthors.split(';').map((part) => part.trim());
  return parts
    .filter((part) => part !== '')
    .slice(0, MOST_CO_AUTHORS)
    .map((part) => {
      const [, name = part, more = ''] = CO_AUTHOR.exec(part) ?? [];
      const isNumber = /^\d+$/.test(more);
      const which = more === '' ? {} : isNumber ? { nationalId: more } : { birthday: more };
      return { ordinal, line, cells: { name, ...which }, raw: [] };
    });
}

function ofCoAuthor({ cells: { name = '' } }: ReadRow, { message: { vi, en } }: RowReason): RowReason {
  return reason(ROW_REFUSALS.coAuthor, { name: name.slice(0, 100), vi, en });
}
