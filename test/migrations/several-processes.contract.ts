import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openPersistence } from '../../src/platform/persistence/open-persistence';
import { wholeSchema } from '../../src/platform/persistence/platform-schema';
import { specimenSchema } from '../contract/specimen';
import type { DatabaseOf } from '../support/database';

const PROCESSES = 4;
const WRITES = 50;
const ROOT = join(__dirname, '../..');

/** That several processes may start on one database at once, and write to it beside each other. */
export function severalProcessesContract(database: DatabaseOf): void {
  describe('several processes', () => {
    it('that start at once migrate once and lose no write of each other', async () => {
      const reports = await Promise.all(Array.from({ length: PROCESSES }, () => startAndWrite(database)));
      const migrated = reports.flatMap((report) => report.migrated);
      expect([...migrated].sort()).toEqual(
        wholeSchema(specimenSchema)
          .migrations.map(({ name }) => name)
          .sort(),
      );

      const persistence = await openPersistence(database(), specimenSchema);
      const rows = await persistence.reads.rows('SELECT version FROM specimens');
      await persistence.close();
      expect(rows).toEqual([{ version: PROCESSES * WRITES }]);
    });
  });
}

async function startAndWrite(database: DatabaseOf): Promise<{ migrated: string[] }> {
  const script = require.resolve('./start-and-write');
  const args = ['-r', join(ROOT, 'test/support/register-cached.cjs'), script, JSON.stringify(database()), `${WRITES}`];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: ROOT });
  return JSON.parse(stdout) as { migrated: string[] };
}
