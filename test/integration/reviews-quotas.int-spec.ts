import type { QuotaRule } from '../../workflows/rulebook';
import { aQuota, countedWith, ended, ledgerOf } from '../factories/reviews-quotas';
import { codesOf, Reviews, TODAY, type Round } from '../factories/reviews';
import { listedCases } from '../factories/reviews-town';
import { RulebooksService } from '../../src/rulebooks';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';

const TIER = { tier: 'GK' };
const TIE_RULE = 'Nghị định 152/2025/NĐ-CP, Điều 4 khoản 6';
const RULE: QuotaRule = {
  ...{ citation: 'Quy chế mẫu, Điều 3', status: 'verified', councilChoice: false },
  ...{ share: '1/10', base: 'rated', of: null, scope: 'authority', rounding: 'floor', subjects: 'person' },
};

function quotasContract(database: DatabaseOf): void {
  describe('quotas and ties by the rules', () => {
    let world: Reviews;
    // The rules are read once for all tests.
    const undo: (() => void)[] = [];
    afterEach(() => {
      for (const each of undo.splice(0)) each();
    });
    beforeAll(async () => {
      world = await Reviews.open(database());
    });
    afterAll(() => world.close());

    const close = (quota: string): Promise<string> =>
      world.accepted('quota.close', {}, { actor: world.office, id: quota });
    const counted = async (cases: readonly string[]): Promise<Round> => {
      const round = await world.voting(cases);
      await countedWith(
        world,
        round,
        cases.map(() => 6),
      );
      return round;
    };

    it('put the woman, and the collective of mostly women, first by the rules of the day on which the dossier came', async () => {
      const person = (gender: string, unitId: string): Promise<string> =>
        world.accepted('person.add', { name: `Người mẫu ${world.next('')}`, gender, unitId });
      const unit = (): Promise<string> => {
        const kind = { kind: 'other', level: 'unit', parentId: world.town.ward, validFrom: '2020-01-01' };
        return world.accepted('unit.add', { code: world.next('TT'), name: 'Tập thể mẫu', ...kind });
      };
      const [mixed, ofWomen] = [await unit(), await unit()];
      await person('female', mixed);
      await person('male', mixed);
      for (let each = 0; each < 7; each += 1) await person('female', ofWomen);
      for (let each = 0; each < 3; each += 1) await person('male', ofWomen);
      const people = [await person('male', world.town.ward), await person('female', world.town.ward)];
      for (const subjects of [people, [mixed, ofWomen]]) {
        const quota = await aQuota(world, { ...TIER, places: 1 });
        const cases = await listedCases(world, 2, { ...TIER, people });
        const [first = '', second = ''] = cases;
        const round = await counted(cases);
        const set = (sql: string, params: readonly string[]): Promise<void> => world.damage(sql, params);
        for (const [index, id] of cases.entries()) {
          const kind = subjects === people ? 'person' : 'collective';
          await set('UPDATE award_cases SET subject_kind = ?, subject_id = ? WHERE id = ?', [
            kind,
            subjects[index] ?? '',
            id,
          ]);
        }
        // The rules of 2024 have no such row: votes alone decide.
        expect(codesOf(await world.keep(round, 'allotPlaces'))).toEqual(['REVIEW.TIE_AT_LAST_PLACE']);
        await set(
          `UPDATE dossiers SET submitted_at = '2026-02-02T01:00:00.000Z'
           WHERE id IN (SELECT dossier_id FROM award_cases WHERE id = ?)`,
          [first],
        );
        await world.kept(round, ['allotPlaces']);
        expect(await ledgerOf(world, quota)).toEqual({ [second]: 'placed 1', [first]: 'waiting 1' });
        const [other, winner] = (await world.read(round)).items.map(({ place }) => place);
        expect(winner).toMatchObject({ number: 1, tieBy: { text: TIE_RULE, status: 'verified' } });
        expect(winner?.sentence.vi).toContain(`ưu tiên nữ, hoặc tập thể có tỷ lệ nữ theo quy định (${TIE_RULE})`);
        expect(other).not.toHaveProperty('tieBy');
        await close(quota);
      }
    });

    it('let a council set itself less than the rules allow, never more, and hold its list to them', async () => {
      const { rulebooks } = world.get(RulebooksService).release();
      const tiers = rulebooks.flatMap((rulebook) => rulebook.tiers).filter(({ code }) => code === 'GK');
      for (const tier of tiers) {
        const { quotas } = tier;
        undo.push(() => Object.assign(tier, { quotas }));
        Object.assign(tier, { quotas: [RULE] });
      }
      const open = (more: object) =>
        world.send('quota.open', { councilId: world.town.council, ...TIER, ...more }, { actor: world.office });
      const year = { year: 2024 };
      expect(codesOf(await open({ places: 1 }))).toEqual(['QUOTA.YEAR_NOT_STATED']);
      expect(codesOf(await open(year))).toEqual(['TIER_QUOTA.BASE_UNKNOWN']);
      const stated = { ...TIER, ...year, unitId: world.town.district, subjects: 'person', base: 10 };
      await world.accepted('tierQuota.stateBase', { ...stated, source: 'BC-1' }, { actor: world.office });
      const above = await open({ ...year, places: 2 });
      expect(above).toMatchObject({ reasons: [{ code: 'QUOTA.ABOVE_RULE', citation: { text: RULE.citation } }] });

      // Without a quota of the council's own all who passed are on the list: one too many.
      const cases = await listedCases(world, 2, TIER);
      const round = await world.voting(cases);
      await countedWith(world, round, [7, 6]);
      const minute = { on: TODAY };
      expect(codesOf(await world.keep(round, 'minute', minute))).toEqual(['TIER_QUOTA.EXCEEDED']);
      const result = await open(year);
      if (result.outcome !== 'accepted') throw new Error(JSON.stringify(result));
      await world.kept(round, ['allotPlaces']);
      const [placed = '', waiting = ''] = cases;
      expect(await ledgerOf(world, result.id)).toEqual({ [placed]: 'placed 1', [waiting]: 'waiting 1' });
      await ended(world, round);
      const places = await world.rows<{ caseId: string }>('SELECT case_id AS "caseId" FROM tier_quota_places');
      expect(places).toEqual([{ caseId: placed }]);
    });
  });
}

describeSqlite('Quotas of sittings on SQLite', quotasContract);
describePostgresDatabase('Quotas of sittings on PostgreSQL', quotasContract);
