import { dayOfCell, wordOfCell } from '../../../workflows/import';
import { foldText } from '../../../workflows/kernel';
import type { NationalIds } from '../../people';
import type { RowReason } from '../../operations';
import type { RowReader } from '../../platform/persistence';
import { grouped } from '../grouped';
import type { ImportPlace } from '../import-kind';
import { reason, ROW_REFUSALS } from '../imports.errors';
import { readCollectivesLike, readHouseholdsLike, readPeopleLike, type KnownSubject } from '../known-rows.repository';
import type { ReadRow } from '../read-table';
import { UNIT_COLUMN } from './unit-of-row';
import { SUBJECT_WORDS } from './words';

/** The columns that name the subject of a row. */
export const SUBJECT_COLUMNS = [
  { name: 'subjectKind', headings: ['Loại đối tượng', 'Subject kind'] },
  { name: 'name', headings: ['Họ và tên', 'Họ tên', 'Tên', 'Name'], isRequired: true },
  { name: 'birthday', headings: ['Ngày sinh', 'Birthday'] },
  { name: 'nationalId', headings: ['Số định danh', 'Số CCCD', 'National id'] },
  UNIT_COLUMN,
] as const;

/** Whom a row means, or why nobody. */
export interface SubjectOfRow {
  readonly kind: string;
  readonly id: string | undefined;
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
  const names = (kind: string): readonly string[] =>
    table.filter((row) => kindOf(row) === kind).map(({ cells }) => cells.name ?? '');
  const known = [
    ...(await readPeopleLike(rows, unitPath, { names: names('person'), identities: [...hashes.values()] })),
    ...(await readCollectivesLike(rows, unitPath, names('collective'))),
    ...(await readHouseholdsLike(rows, unitPath, names('household'))),
  ].filter(({ path }) => path.startsWith(unitPath));
  const byName = grouped(known, ({ kind, name }) => `${kind}:${name}`);
  return (row) => {
    const kind = kindOf(row);
    const found = (byName.get(`${kind}:${foldText(row.cells.name ?? '')}`) ?? []).filter((subject) =>
      isMeant(subject, row, hashes.get(row.cells.nationalId ?? '')),
    );
    const [subject] = found;
    if (subject && found.length === 1) return { kind, id: subject.id, reasons: [] };
    const why = subject
      ? reason(ROW_REFUSALS.ambiguousSubject, { count: found.length })
      : reason(ROW_REFUSALS.unknownSubject);
    return { kind, id: undefined, reasons: [why] };
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
