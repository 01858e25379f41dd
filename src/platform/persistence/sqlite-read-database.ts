import type { DataSource } from 'typeorm';
import type { Closable } from './closable';
import { sqliteConnection } from './sqlite-connection';
import { translateSqliteError } from './sqlite-errors';
import { SqliteStatements } from './sqlite-statements';
import { ReadDatabase, type SqlRow, type SqlValue } from './unit-of-work.port';

/** Reads through the read-only connection of a SQLite file: committed rows only, and a write fails. */
export class SqliteReadDatabase extends ReadDatabase implements Closable {
  override readonly dialect = 'sqlite';
  private readonly statements: SqliteStatements;

  constructor(dataSource: DataSource) {
    super();
    this.statements = new SqliteStatements(sqliteConnection(dataSource));
  }

  override async rows<Row extends object = SqlRow>(sql: string, params: readonly SqlValue[] = []): Promise<Row[]> {
    try {
      return (await this.statements.rows(sql, params)) as Row[];
    } catch (error) {
      throw translateSqliteError(error);
    }
  }

  close(): Promise<void> {
    return this.statements.close();
  }
}
