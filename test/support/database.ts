import { join } from 'node:path';
import { openPersistence, type OpenOptions, type Persistence } from '../../src/platform/persistence/open-persistence';
import type { PersistenceOptions } from '../../src/platform/persistence/persistence-options';
import { describePostgres } from './postgres';
import { useTemporaryDirectory } from './temporary-directory';

/** Answers where a fresh, empty database is; only while tests run. */
export type DatabaseOf = () => PersistenceOptions;

/** `describe` with a fresh SQLite file. The tests go into a `describe` of their own, whose clean-up comes first. */
export function describeSqlite(name: string, tests: (database: DatabaseOf) => void): void {
  describe(name, () => {
    const directory = useTemporaryDirectory();
    tests(() => ({ kind: 'sqlite', file: join(directory(), 'data', 'thidua.sqlite') }));
  });
}

/** `describe` with a fresh PostgreSQL database; skipped, or failing under CI, where there is no server. */
export function describePostgresDatabase(name: string, tests: (database: DatabaseOf) => void): void {
  describePostgres(name, (url) => tests(() => ({ kind: 'postgres', url: url() })));
}

/** An open, migrated database for the enclosing `describe`, closed afterwards. */
export function usePersistence(database: DatabaseOf, options: Partial<OpenOptions> = {}): () => Persistence {
  let persistence: Persistence | undefined;
  beforeAll(async () => {
    persistence = await openPersistence(database(), { entities: [], migrations: [], ...options });
  });
  afterAll(() => persistence?.close());
  return () => {
    if (!persistence) throw new Error('The database is open only while tests run');
    return persistence;
  };
}
