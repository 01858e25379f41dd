import { coveredBy, type Scope } from '../platform/auth/scope';
import { NotFoundError } from '../platform/errors/platform.errors';
import { keysetPage, pageOf, type Keyset, type Page } from '../platform/http/pages/keyset-page';
import type { ReadDatabase } from '../platform/persistence';
import { allOf, containsText, equals } from '../platform/http/pages/conditions';
import type { SubjectListQuery } from './dto/subject-list.request';

/** How the subjects of one kind are read: `s` is their table, `u` the units they belong to. */
export interface SubjectSource<Row extends SubjectRow, Item> {
  /** Their kind, for errors: `person`. */
  readonly name: string;
  readonly table: string;
  /** Column of the folded name, which lists are sorted by. */
  readonly foldedName: string;
  /** What follows SELECT, beside the id and the folded name. */
  readonly columns: string;
  /** What else holds of the rows of a list, in SQL. */
  readonly where?: string;
  readonly shown: (row: Row) => Item;
}

/** What every row has. */
export interface SubjectRow {
  readonly id: string;
  readonly folded: string;
}

/** A page of subjects by name, of the units that the scope covers. */
export async function readSubjectPage<Row extends SubjectRow, Item>(
  reads: ReadDatabase,
  source: SubjectSource<Row, Item>,
  scope: Scope,
  query: SubjectListQuery,
): Promise<Page<Item>> {
  const keyset: Keyset = {
    name: `${source.table}.name`,
    sortColumn: `s.${source.foldedName}`,
    idColumn: 's.id',
    direction: 'asc',
  };
  const { where, orderBy, limit } = keysetPage(keyset, query);
  const condition = allOf([
    coveredBy(scope, 'u.path'),
    where,
    ...(source.where === undefined ? [] : [{ sql: source.where, params: [] }]),
    ...equals('s.unit_id', query.unitId),
    ...(query.search === undefined ? [] : [containsText(`s.${source.foldedName}`, query.search)]),
  ]);
  const rows = await reads.rows<Row>(
    `${select(source)} WHERE ${condition.sql} ORDER BY ${orderBy} LIMIT ${limit}`,
    condition.params,
  );
  return pageOf(keyset, query, rows, { key: ({ folded, id }) => ({ value: folded, id }), item: source.shown });
}

/** One subject. Throws NotFoundError, also when it is out of scope. */
export async function readSubject<Row extends SubjectRow, Item>(
  reads: ReadDatabase,
  source: SubjectSource<Row, Item>,
  scope: Scope,
  id: string,
): Promise<Item> {
  const condition = allOf([{ sql: 's.id = ?', params: [id] }, coveredBy(scope, 'u.path')]);
  const [row] = await reads.rows<Row>(`${select(source)} WHERE ${condition.sql}`, condition.params);
  if (!row) throw new NotFoundError(source.name, id);
  return source.shown(row);
}

function select({ table, foldedName, columns }: SubjectSource<never, unknown>): string {
  return `SELECT s.id, s.${foldedName} AS "folded", ${columns} FROM ${table} s JOIN units u ON u.id = s.unit_id`;
}
