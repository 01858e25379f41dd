import { Database, type RunResult } from 'sqlite3';
import type { SqlValue } from '../../src/platform/persistence';

/** The sqlite3 driver with nothing around it, with our pragmas: the floor that we are measured against. */
export class BareSqlite {
  private constructor(private readonly database: Database) {}

  static async open(file: string): Promise<BareSqlite> {
    const database = await new Promise<Database>((resolve, reject) => {
      const opened: Database = new Database(file, (error) => {
        if (error) reject(error);
        else resolve(opened);
      });
    });
    const bare = new BareSqlite(database);
    for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'busy_timeout = 5000']) {
      await bare.all(`PRAGMA ${pragma}`);
    }
    return bare;
  }

  run(sql: string, params: readonly SqlValue[] = []): Promise<void> {
    return new Promise((resolve, reject) => {
      this.database.run(sql, [...params], function (this: RunResult, error: Error | null) {
        if (error) reject(error);
        else resolve();
      });
    });
  }

  all(sql: string, params: readonly SqlValue[] = []): Promise<unknown[]> {
    return new Promise((resolve, reject) => {
      this.database.all(sql, [...params], (error: Error | null, rows: unknown[]) => {
        if (error) reject(error);
        else resolve(rows);
      });
    });
  }

  close(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.database.close((error) => {
        if (error) reject(error);
        else resolve();
      });
    });
  }
}

/** One update and two inserts in one transaction: the least that a durable state change with an event and a message costs. */
export async function setUpFloor(bare: BareSqlite): Promise<void> {
  await bare.run('CREATE TABLE state (id TEXT PRIMARY KEY, state TEXT, snapshot TEXT, version INTEGER)');
  await bare.run('CREATE TABLE event (id TEXT PRIMARY KEY, seq INTEGER, body TEXT)');
  await bare.run('CREATE TABLE message (id TEXT PRIMARY KEY, job TEXT, payload TEXT)');
  await bare.run("INSERT INTO state VALUES ('one', 'draft', '{}', 1)");
}

/** One transaction of the floor. */
export async function floorTransaction(bare: BareSqlite, id: string): Promise<void> {
  await bare.run('BEGIN IMMEDIATE');
  await bare.run('UPDATE state SET state = ?, snapshot = ?, version = version + 1 WHERE id = ?', [
    'underway',
    SNAPSHOT,
    'one',
  ]);
  await bare.run('INSERT INTO event (id, seq, body) VALUES (?, ?, ?)', [id, 1, EVENT]);
  await bare.run('INSERT INTO message (id, job, payload) VALUES (?, ?, ?)', [id, 'announce-campaign', '{}']);
  await bare.run('COMMIT');
}

/** As long as ours are. */
const SNAPSHOT = JSON.stringify({ state: 'underway', context: 'x'.repeat(900) });
const EVENT = JSON.stringify({ type: 'campaign.openRegistration', data: 'x'.repeat(700) });
