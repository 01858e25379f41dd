import type { QuotaRule } from '../../workflows/rulebook';
import { QuotaBases } from '../../src/awards/quotas/quota-bases';
import { quotaAt } from '../../src/awards/quotas/tier-quota';
import { ReadDatabase } from '../../src/platform/persistence';
import { History } from '../factories/history';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';

const RULE: QuotaRule = {
  ...{ citation: 'Quy chế mẫu', status: 'verified', councilChoice: false },
  ...{ share: '3/20', base: 'holdersOf', of: 'LDTT', scope: 'unit', rounding: 'floor', subjects: 'person' },
};
const PERIOD = { tier: 'LDTT', achievedFrom: '2023-01-01', achievedTo: '2023-12-31' };

function basesContract(database: DatabaseOf): void {
  describe('what a quota is a share of', () => {
    let history: History;
    beforeAll(async () => {
      history = await History.open(database());
    });
    afterAll(() => history.world.close());

    const counted = async (unitId: string, rule: Partial<QuotaRule> = {}, year: number | null = 2023) => {
      const reads = history.world.get(ReadDatabase);
      const [unit] = await reads.rows<{ path: string }>('SELECT path FROM units WHERE id = ?', [unitId]);
      const quota = quotaAt({ ...RULE, ...rule }, { tier: 'CSTDCS', scopeId: unitId, year }, unit?.path ?? '/');
      return history.world.get(QuotaBases).countedFor(reads, quota);
    };

    it('are the holders by decisions from outside, of the unit and below it, in the year of their achievement', async () => {
      const people = [await history.aPerson(), await history.aPerson(), await history.aPerson()];
      await history.accepted('decisionRecord.enter', history.decision(people, {}, PERIOD));
      // A second decision for the same person and year counts once; one that names no period is of no year.
      const again = { ...PERIOD, achievedFrom: '2023-02-01' };
      await history.accepted('decisionRecord.enter', history.decision(people.slice(0, 1), {}, again));
      const dateless = [await history.aPerson()];
      await history.accepted('decisionRecord.enter', history.decision(dateless, {}, { tier: 'LDTT' }));
      expect(await counted(history.wardA)).toBe(3);
      expect(await counted(history.district)).toBe(3);
    });

    it('are not known where nobody is entered, and where somebody has to judge', async () => {
      expect(await counted(history.wardB)).toBeNull();
      expect(await counted(history.wardA, {}, 2022)).toBeNull();
      expect(await counted(history.wardA, { base: 'clusterLeaders', of: null })).toBeNull();
      expect(await counted(history.wardA, { base: 'participants', of: null, scope: 'campaign' }, null)).toBeNull();
    });
  });
}

describeSqlite('Bases of quotas on SQLite', basesContract);
describePostgresDatabase('Bases of quotas on PostgreSQL', basesContract);
