import { measure, codesOf, PledgeWorld } from '../factories/pledges';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';
import { UnitOfWork } from '../../src/platform/persistence';
import { purgeProcessed } from '../../src/platform/persistence/processed-messages';
import type { CommandResult } from '../../src/platform/runner/command-result';
import { instant } from '../../workflows/kernel';

const AFTER_EVERYTHING = instant('2099-01-01T00:00:00.000Z');

function plansContract(database: DatabaseOf): void {
  describe('plans of campaigns', () => {
    let world: PledgeWorld;
    beforeAll(async () => {
      world = await PledgeWorld.open(database(), 20);
    });
    afterAll(() => world.close());

    const draft = (more: object): Promise<CommandResult> => world.send('campaign.draft', world.planOf(more));
    const indicator = (code: string, ...measures: readonly object[]): object => ({ code, name: 'Chỉ tiêu', measures });
    const planned = (...plans: readonly object[]): object => measure('a', { plans });

    it.each<[string, readonly object[]]>([
      ['two measures of one code', [indicator('1', measure('a')), indicator('2', measure('a'))]],
      ['two indicators of one code', [indicator('1', measure('a')), indicator('1', measure('b'))]],
    ])('refuses %s', async (_, indicators) => {
      expect(codesOf(await draft({ indicators, allocations: [] }))).toEqual(['CAMPAIGN.CODE_REPEATED']);
    });

    it.each<[string, object]>([
      ['a planned value that is no number', planned({ name: 'Kế hoạch quận', value: 'nhiều' })],
      ['two plans of one name', planned({ name: 'Kế hoạch', value: '1' }, { name: 'Kế hoạch', value: '2' })],
      ['k of nobody knows how many', measure('a', { direction: 'kOfN' })],
      ['a range without an upper end', measure('a', { direction: 'range' })],
    ])('refuses a measure by which nothing can be judged: %s', async (_, faulty) => {
      const indicators = [indicator('1', faulty)];
      expect(codesOf(await draft({ indicators, allocations: [] }))).toEqual(['CAMPAIGN.MEASURE_FAULTY']);
    });

    it('refuses an allocation of a measure or to a unit that the plan does not have, and a second one', async () => {
      const [ward, other] = [world.ward(0), world.ward(1)];
      const one = { measureCode: 'income', unitId: ward, value: '1' };
      for (const allocations of [
        [{ ...one, measureCode: 'unheard of' }],
        [{ ...one, unitId: world.district }],
        [one, { ...one, value: '2' }],
      ]) {
        expect(codesOf(await draft({ allocations }))).toEqual(['CAMPAIGN.ALLOCATION_ASTRAY']);
      }
      expect(await draft({ allocations: [one, { ...one, unitId: other }] })).toMatchObject({ outcome: 'accepted' });
    });

    it('gives a code to one of twenty campaigns', async () => {
      const plan = world.planOf();
      const results = await Promise.all(Array.from({ length: 20 }, () => world.send('campaign.draft', plan)));
      expect(results.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(1);
      expect(new Set(results.filter(({ outcome }) => outcome === 'refused').flatMap(codesOf))).toEqual(
        new Set(['CAMPAIGN.CODE_TAKEN']),
      );
    });

    it('opens an award cycle once, also when the answer has been forgotten since', async () => {
      const id = await world.aCampaign();
      const open = (): Promise<CommandResult> =>
        world.send('campaign.openAwardCycle', { dossiersDueOn: '2024-11-30' }, { id, commandId: 'cycle' });
      expect(await open()).toMatchObject({ outcome: 'accepted' });
      await world.module.get(UnitOfWork).run((tx) => purgeProcessed(tx, AFTER_EVERYTHING));
      expect(codesOf(await open())).toEqual(['CAMPAIGN.CYCLE_OPEN_ALREADY']);
    });

    it('takes the signatures of all members of an agreement at once', async () => {
      const id = await world.aCampaign();
      const agreement = { kind: 'agreement', memberUnitIds: world.wards };
      const pledge = await world.aDraft(id, world.ward(0), agreement);
      const sign = (unitId: string): Promise<CommandResult> =>
        world.send('pledge.sign', { unitId }, { id: pledge, actor: world.head(unitId) });
      const results = await Promise.all(world.wards.map(sign));
      expect(results.map(({ outcome }) => outcome)).toEqual(world.wards.map(() => 'accepted'));
    });
  });
}

describeSqlite('on SQLite', plansContract);
describePostgresDatabase('on PostgreSQL', plansContract);
