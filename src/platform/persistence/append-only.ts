import type { QueryRunner } from 'typeorm';
import { dialectOfRunner } from './tables';

/** Names of the triggers that `makeAppendOnly` makes, by what they refuse. */
export function appendOnlyTriggers(table: string): readonly string[] {
  return [`${table}_refuse_update`, `${table}_refuse_delete`];
}

/**
 * Makes the database refuse to change or delete rows of a table. Triggers and the table API do not meet,
 * so that this is one of the few places with statements of one database each. A later migration that makes TypeORM
 * rebuild the table on SQLite drops the triggers and must call this again.
 */
export async function makeAppendOnly(queryRunner: QueryRunner, table: string): Promise<void> {
  const make = dialectOfRunner(queryRunner) === 'sqlite' ? sqliteTriggers : postgresTriggers;
  for (const statement of make(table)) await queryRunner.query(statement);
}

/** Takes the refusal back, before the table is dropped. */
export async function undoAppendOnly(queryRunner: QueryRunner, table: string): Promise<void> {
  const isSqlite = dialectOfRunner(queryRunner) === 'sqlite';
  const names = isSqlite ? appendOnlyTriggers(table) : [...appendOnlyTriggers(table), `${table}_refuse_truncate`];
  for (const name of names) await queryRunner.query(`DROP TRIGGER "${name}"${isSqlite ? '' : ` ON "${table}"`}`);
  if (!isSqlite) await queryRunner.query(`DROP FUNCTION "${table}_refuse_change"()`);
}

function sqliteTriggers(table: string): string[] {
  return ['UPDATE', 'DELETE'].map(
    (change) =>
      `CREATE TRIGGER "${table}_refuse_${change.toLowerCase()}" BEFORE ${change} ON "${table}" ` +
      `BEGIN SELECT RAISE(ABORT, '${table} is append only'); END`,
  );
}

function postgresTriggers(table: string): string[] {
  const refuse = `EXECUTE FUNCTION "${table}_refuse_change"()`;
  return [
    `CREATE FUNCTION "${table}_refuse_change"() RETURNS trigger LANGUAGE plpgsql AS ` +
      `$$ BEGIN RAISE EXCEPTION '${table} is append only'; END $$`,
    ...['UPDATE', 'DELETE'].map(
      (change) =>
        `CREATE TRIGGER "${table}_refuse_${change.toLowerCase()}" BEFORE ${change} ON "${table}" FOR EACH ROW ${refuse}`,
    ),
    `CREATE TRIGGER "${table}_refuse_truncate" BEFORE TRUNCATE ON "${table}" FOR EACH STATEMENT ${refuse}`,
  ];
}
