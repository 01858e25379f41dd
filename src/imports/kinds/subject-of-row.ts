import { dayOfCell, wordOfCell } from '../../../workflows/import';
import type { NationalIds } from '../../people';
import type { RowReason } from '../../operations';
import type { RowReader } from '../../platform/persistence';
import { grouped } from '../grouped';
import type { ImportPlace } from '../import-kind';
import { reason, ROW_REFUSALS } from '../imports.errors';
import { readCollectivesLike, readHouseholdsLike, readPeopleLike, type KnownSubject } from '../known-rows.repository';
import { foldedNameOf, type ReadRow } from '../read-table';
import { SUBJECT_WORDS } from './words';

/** Whom a row means, or why nobody. */
export interface SubjectOfRow {
  readonly kind: string;
  readonly id: string | undefined;
  /** Of the unit that the subject belongs to. */
  readonly path: string | undefined;
  readonly reasons: readonly RowReason[];
}

/** Finds the one subject that each row means: by the identity number, or by name, birthday and unit. */
export async function subjectsOfRows(
  rows: RowReader,
  numbers: NationalIds,
  table: readonly ReadRow[],
  { unitPath }: ImportPlace,
): Promise<(row: ReadRow) => SubjectOfRow> {
  const hashes = await numbers.hashesKept(
    rows,
    table.flatMap(({ cells }) => cells.nationalId ?? []),
  );
  const names = (kind: string): readonly string[] => table.filter((row) => kindOf(row) === kind).map(foldedNameOf);
  const known = [
    ...(await readPeopleLike(rows, unitPath, { names: names('person'), identities: [...hashes.values()] })),
    ...(await readCollectivesLike(rows, unitPath, names('collective'))),
    ...(await readHouseholdsLike(rows, unitPath, names('household'))),
  ].filter(({ path }) => path.startsWith(unitPath));
  const byName = grouped(known, ({ kind, name }) => `${kind}:${name}`);
  return (row) => {
    const kind = kindOf(row);
    const found = (byName.get(`${kind}:${foldedNameOf(row)}`) ?? []).filter((subject) =>
      isMeant(subject, row, hashes.get(row.cells.nationalId ?? '')),
    );
    const [subject] = found;
    if (subject && found.length === 1) return { kind, id: subject.id, path: subject.path, reasons: [] };
    const why = subject
      ? reason(ROW_REFUSALS.ambiguousSubject, { count: found.length })
      : reason(ROW_REFUSALS.unknownSubject);
    return { kind, id: undefined, path: undefined, reasons: [why] };
  };
}

function kindOf({ cells: { subjectKind } }: ReadRow): string {
  return subjectKind === undefined ? 'person' : wordOfCell(subjectKind, SUBJECT_WORDS);
}

/** What the row says of the subject is so. */
function isMeant(
  { birthday, identity, unitCode }: KnownSubject,
  { cells }: ReadRow,
  hash: string | undefined,
): boolean {
  if (cells.nationalId !== undefined && identity !== hash) return false;
  if (cells.birthday !== undefined && birthday !== null && birthday !== dayOfCell(cells.birthday)) return false;
  return cells.unitCode === undefined || cells.unitCode === unitCode;
}
