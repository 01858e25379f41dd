import type { DataSource } from 'typeorm';

/**
 * What TypeORM would change in the database to make it fit the entities: nothing, if the migrations are right.
 * Takes any open writer, so that the application's whole list of entities is checked the same way.
 */
export async function schemaDrift(writer: DataSource): Promise<readonly string[]> {
  const { upQueries } = await writer.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
}

/** The names of all triggers in the database, sorted. */
export async function triggerNames(writer: DataSource): Promise<readonly string[]> {
  const sql =
    writer.options.type === 'postgres'
      ? 'SELECT tgname AS name FROM pg_trigger WHERE NOT tgisinternal'
      : "SELECT name FROM sqlite_schema WHERE type = 'trigger'";
  const rows = await writer.query<{ name: string }[]>(sql);
  return rows.map(({ name }) => name).sort();
}
