import { allWorkflows } from '../../workflows/all';
import { createRegistry, instant } from '../../workflows/kernel';
import { appInvariants } from '../../src/app/app-invariants';
import { appSchema } from '../../src/app/app-schema';
import { sha256 } from '../../src/platform/crypto/sha256';
import { recount } from '../../src/tallies/case-counting';
import { loadLand } from '../bench/load/load-land';
import { describePostgresDatabase, describeSqlite, usePersistence, type DatabaseOf } from '../support/database';

/** That benches measure on data that could have come about by commands. */
function loaderContract(database: DatabaseOf): void {
  describe('the bulk loader', () => {
    const open = usePersistence(database, { entities: [], migrations: appSchema.migrations });

    it('leaves nothing that verify would find, and what it loads can be counted', async () => {
      const { uow, reads } = open();
      await loadLand(uow, 250);
      const now = instant('2024-01-20T00:00:00.000Z');
      await uow.run((tx) => recount(tx, null, now));
      const context = { reads, registry: createRegistry(allWorkflows, sha256), now, checked: (): void => undefined };
      const found: string[] = [];
      for (const { name, check } of appInvariants) {
        found.push(...(await check(context)).map(({ subject, message }) => `${name}: ${subject} ${message}`));
      }
      expect(found).toEqual([]);
      const [counted] = await reads.rows<{ awards: number }>(
        `SELECT SUM(awards) AS "awards" FROM tally_rows WHERE stage = 'grantedAbove' AND axis = 'decision' AND tier = ''`,
      );
      expect(Number(counted?.awards)).toBe(25);
    });
  });
}

describeSqlite('on SQLite', loaderContract);
describePostgresDatabase('on PostgreSQL', loaderContract);
