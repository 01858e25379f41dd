import type { SqlCondition } from '../../auth/scope';
import { decodeCursor, encodeCursor, type SortKey } from './cursor';
import type { PageQuery } from './page-query.request';

/** The order of a list: by one column that is never NULL, and by the id among equal values. */
export interface Keyset {
  /** Names the order in cursors: `campaigns.createdAt`. */
  readonly name: string;
  readonly sortColumn: string;
  readonly idColumn: string;
  readonly direction: 'asc' | 'desc';
}

/** What a list query needs to read one page. */
export interface KeysetSql {
  readonly where: SqlCondition;
  /** What follows ORDER BY. */
  readonly orderBy: string;
  /** One more than the page holds, which tells whether there is a next one. */
  readonly limit: number;
}

/** A page of a list, and where the next one begins. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/**
 * The SQL for one page: rows after the cursor, in order. It reads from an index on (sort column, id) and skips nothing
 * when rows come or go meanwhile. Throws InvalidRequestError on a cursor of another list.
 */
export function keysetPage(keyset: Keyset, page: PageQuery): KeysetSql {
  const { sortColumn, idColumn, direction } = keyset;
  return {
    where: page.cursor === undefined ? { sql: '1 = 1', params: [] } : after(keyset, page.cursor),
    orderBy: `${sortColumn} ${direction}, ${idColumn} ${direction}`,
    limit: page.limit + 1,
  };
}

/** The page from the rows that `keysetPage` read: at most one more than the page holds. */
export function pageOf<Row, Item>(
  keyset: Keyset,
  page: PageQuery,
  rows: readonly Row[],
  map: { readonly key: (row: Row) => SortKey; readonly item: (row: Row) => Item },
): Page<Item> {
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  const hasMore = rows.length > page.limit && last !== undefined;
  return {
    items: shown.map(map.item),
    nextCursor: hasMore ? encodeCursor(orderOf(keyset), map.key(last)) : null,
  };
}

function after(keyset: Keyset, cursor: string): SqlCondition {
  const { value, id } = decodeCursor(orderOf(keyset), cursor);
  const { sortColumn, idColumn, direction } = keyset;
  // A row value, which both databases answer from the index; the same with OR is not.
  return { sql: `(${sortColumn}, ${idColumn}) ${direction === 'asc' ? '>' : '<'} (?, ?)`, params: [value, id] };
}

function orderOf({ name, direction }: Keyset): string {
  return `${name}.${direction}`;
}
