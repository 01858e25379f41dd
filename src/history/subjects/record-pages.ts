import type { SqlCondition } from '../../platform/auth/scope';
import { allOf } from '../../platform/http/pages/conditions';
import { keysetPage, pageOf, type Keyset, type Page } from '../../platform/http/pages/keyset-page';
import type { PageQuery } from '../../platform/http/pages/page-query.request';
import type { ReadDatabase } from '../../platform/persistence';

/** How the records of one table are listed: `r` is the table. */
export interface RecordSource<Row, Item> {
  readonly keyset: Keyset;
  /** What follows SELECT. */
  readonly columns: string;
  /** What follows FROM. */
  readonly from: string;
  readonly key: (row: Row) => { readonly value: string | number; readonly id: string };
  readonly item: (row: Row) => Item;
}

/** A page of records for which all conditions hold. */
export async function readRecordPage<Row extends object, Item>(
  reads: ReadDatabase,
  source: RecordSource<Row, Item>,
  query: PageQuery,
  conditions: readonly SqlCondition[],
): Promise<Page<Item>> {
  const { where, orderBy, limit } = keysetPage(source.keyset, query);
  const condition = allOf([...conditions, where]);
  const rows = await reads.rows<Row>(
    `SELECT ${source.columns} FROM ${source.from} WHERE ${condition.sql} ORDER BY ${orderBy} LIMIT ${limit}`,
    condition.params,
  );
  return pageOf(source.keyset, query, rows, source);
}
