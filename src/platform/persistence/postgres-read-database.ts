import type { DataSource } from 'typeorm';
import { postgresPool } from './postgres-data-source';
import { translatePostgresError } from './postgres-errors';
import { PostgresStatements } from './postgres-statements';
import { ReadDatabase, type SqlRow, type SqlValue } from './unit-of-work.port';

/** Reads through a pool of read-only sessions: committed rows only, and a write fails. */
export class PostgresReadDatabase extends ReadDatabase {
  override readonly dialect = 'postgres';
  private readonly statements = new PostgresStatements();

  constructor(private readonly dataSource: DataSource) {
    super();
  }

  override async rows<Row extends object = SqlRow>(sql: string, params: readonly SqlValue[] = []): Promise<Row[]> {
    try {
      return (await postgresPool(this.dataSource).query(this.statements.query(sql, params))).rows as Row[];
    } catch (error) {
      throw translatePostgresError(error);
    }
  }
}
