import { copyFileSync } from 'node:fs';
import { Client } from 'pg';
import type { PersistenceOptions, RowReader } from '../../src/platform/persistence';
import { postgresUrl } from '../support/postgres';

/** A copy of a database that nobody has open. */
export interface Twin {
  readonly database: PersistenceOptions;
  drop(): Promise<void>;
}

/** Copies a database byte for byte, so that two worlds can go on from the very same state. */
export async function twinOf(database: PersistenceOptions, name: string): Promise<Twin> {
  if (database.kind === 'sqlite') {
    const file = `${database.file}.${name}`;
    // The log was written back when the last connection closed.
    copyFileSync(database.file, file);
    return { database: { ...database, file }, drop: () => Promise.resolve() };
  }
  const url = new URL(database.url);
  const template = url.pathname.slice(1);
  url.pathname = `/${template}_${name}`;
  await onServer(`CREATE DATABASE ${template}_${name} TEMPLATE ${template}`);
  return { database: { ...database, url: url.href }, drop: () => onServer(`DROP DATABASE ${template}_${name}`) };
}

/** Every row of every table as text, sorted: what anybody could read who had the database. By table. */
export async function everyRow(reads: RowReader): Promise<Readonly<Record<string, readonly string[]>>> {
  const tables = await reads.rows<{ name: string }>(
    reads.dialect === 'sqlite'
      ? "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
      : "SELECT table_name::text AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1",
  );
  const dump: Record<string, readonly string[]> = {};
  for (const { name } of tables) {
    const rows = await reads.rows(`SELECT * FROM ${name}`);
    dump[name] = rows.map((row) => JSON.stringify(row)).sort();
  }
  return dump;
}

async function onServer(sql: string): Promise<void> {
  const client = new Client({ connectionString: postgresUrl() });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
