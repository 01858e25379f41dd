import { TableColumn, type QueryRunner, type TableColumnOptions } from 'typeorm';
import { dialectOf, type ColumnKind } from './column-types';
import type { Dialect } from './unit-of-work.port';

/** Which database a migration runs on. */
export function dialectOfRunner(queryRunner: QueryRunner): Dialect {
  return dialectOf(queryRunner.connection);
}

/** A column for a migration, of the kinds that entities use too; NOT NULL unless told otherwise. */
export function column(
  dialect: Dialect,
  name: string,
  kind: ColumnKind,
  options: Pick<TableColumnOptions, 'isNullable' | 'isPrimary' | 'default'> = {},
): TableColumn {
  return new TableColumn({
    name,
    type: kind.type,
    ...(kind.length === undefined ? {} : { length: kind.length }),
    ...(dialect === 'postgres' && kind.collation ? { collation: kind.collation } : {}),
    ...options,
  });
}

/** `column` with the dialect filled in, to keep lists of columns short. */
export type ColumnBuilder = (
  name: string,
  kind: ColumnKind,
  options?: Pick<TableColumnOptions, 'isNullable' | 'isPrimary' | 'default'>,
) => TableColumn;

/** Builds columns for the database that a migration runs on. */
export function columnBuilder(queryRunner: QueryRunner): ColumnBuilder {
  const dialect = dialectOfRunner(queryRunner);
  return (name, kind, options) => column(dialect, name, kind, options);
}
