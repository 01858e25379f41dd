import type { DataSource } from 'typeorm';
import type { Dialect } from './unit-of-work.port';

/** A kind of column, used by entities (`@Column(columns.id)`) and by migrations (`column(dialect, 'id', columns.id)`) alike. */
export interface ColumnKind {
  readonly type: 'varchar' | 'text' | 'integer' | 'bigint';
  readonly length?: string;
  /** Text is ordered by its bytes on both databases; on SQLite this is the only order there is. */
  readonly collation?: 'C';
}

/**
 * All kinds of columns there are. Nothing here depends on a driver's parsers: instants, local dates and decimals are text.
 * Bytes are stored as base64 text. Lengths are enforced by PostgreSQL only: requests are validated before.
 */
export const columns = {
  /** A UUID. */
  id: varchar(36),
  /** A key that others make: idempotency keys, deduplication keys, names of consumers and lease holders. */
  key: varchar(200),
  /** A name from our own closed lists: types, states, kinds, `campaign@1`. */
  name: varchar(120),
  /** SHA-256 in hexadecimal. */
  hash: varchar(64),
  /** `2024-01-19T07:00:00.000Z`. */
  instant: varchar(24),
  /** `2024-01-19`. */
  localDate: varchar(10),
  /** Whole numbers below 2^31: counts, versions, sequence numbers; 0 and 1 for what is or is not. */
  integer: { type: 'integer' },
  /** Whole đồng or scaled integers that SQL sums; below 2^53. */
  amount: { type: 'bigint' },
  /** Any other text: decimals, canonical JSON, folded search text, materialised paths. */
  text: { type: 'text', collation: 'C' },
} as const satisfies Record<string, ColumnKind>;

function varchar(length: number): ColumnKind & { type: 'varchar' } {
  return { type: 'varchar', length: String(length), collation: 'C' };
}

/**
 * Takes the collation off the entities of a SQLite data source, which knows no collation of that name.
 * Decorators run before anybody knows the database, so that this comes after `initialize`.
 */
export function adaptColumns(dataSource: DataSource): void {
  if (dialectOf(dataSource) !== 'sqlite') return;
  for (const column of dataSource.entityMetadatas.flatMap((entity) => entity.columns)) {
    // TypeORM's own type for "none" although the property is declared optional.
    Object.assign(column, { collation: undefined });
  }
}

/** Which of the two databases a data source speaks to. */
export function dialectOf(dataSource: DataSource): Dialect {
  return dataSource.options.type === 'postgres' ? 'postgres' : 'sqlite';
}
