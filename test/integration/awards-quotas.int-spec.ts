import type { QuotaRule } from '../../workflows/rulebook';
import { SYSTEM_SCOPE } from '../../src/platform/auth/scope';
import type { CommandResult } from '../../src/platform/runner/command-result';
import { TierQuotasQueries } from '../../src/awards/quotas/tier-quotas.queries';
import type { Release } from '../../src/rulebooks';
import { Awards } from '../factories/awards';
import { releaseForTests } from '../factories/awards-modules';
import { codesOf } from '../factories/awards-words';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';

const RUNNERS = 20;
const CITATION = 'Quy chế mẫu, Điều 3';
const YEAR = 2024;

const aQuota = (changes: Partial<QuotaRule>): QuotaRule => ({
  ...{ citation: CITATION, status: 'verified', councilChoice: false },
  ...{ share: '1/10', base: 'rated', of: null, scope: 'authority', rounding: 'floor', subjects: 'person' },
  roundingBy: { citation: 'Quy chế mẫu', status: 'unverified', councilChoice: true },
  ...changes,
});

/** The rules of the house with a quota on what needs no council: a tenth of a number that only the office knows. */
function withQuotas(quotas: Readonly<Record<string, QuotaRule>>): Release {
  const release = releaseForTests();
  const rulebooks = release.rulebooks.map((rulebook) => ({
    ...rulebook,
    tiers: rulebook.tiers.map((tier) => {
      const quota = quotas[tier.code];
      return quota ? { ...tier, quotas: [quota] } : tier;
    }),
  }));
  return { ...release, rulebooks };
}

function quotasContract(database: DatabaseOf): void {
  describe('quotas of the rules', () => {
    let awards: Awards;
    beforeAll(async () => {
      const quotas = { LDTT: aQuota({}), GK: aQuota({ base: 'holdersOf', of: 'LDTT', scope: 'unit', share: '1/4' }) };
      awards = await Awards.open(database(), withQuotas(quotas));
    });
    afterAll(() => awards.close());

    const stated = { tier: 'LDTT', year: YEAR, subjects: 'person', base: 9, source: 'Báo cáo 12/BC-UBND' };
    const state = (input: object): Promise<CommandResult> =>
      awards.send('tierQuota.stateBase', { ...stated, unitId: awards.district, ...input }, { actor: awards.office });
    const inSignature = async (caseId: string): Promise<string> => {
      const draft = { authorityUnitId: awards.district, caseIds: [caseId] };
      const id = await awards.accepted('decision.draft', draft, { actor: awards.office });
      await awards.all(awards.office, id, 'decision.sendForSignature');
      return id;
    };
    const sign = (id: string): Promise<CommandResult> =>
      awards.send('decision.sign', { capacity: 'self', title: 'Chủ tịch' }, { actor: awards.authority, id });
    const quotaOf = async (tier: string) => {
      const { items } = await awards.get(TierQuotasQueries).list(SYSTEM_SCOPE, { limit: 10 });
      const found = items.find((each) => each.tier === tier);
      return awards.get(TierQuotasQueries).one(SYSTEM_SCOPE, found?.id ?? '');
    };

    it('are not proven to be kept while nobody knows what they are a share of, and the office says it with its source', async () => {
      const [caseId = ''] = await awards.recommended(1);
      const id = await inSignature(caseId);
      const refused = await sign(id);
      expect(codesOf(refused)).toEqual(['TIER_QUOTA.BASE_UNKNOWN']);
      expect(refused).toMatchObject({ reasons: [{ citation: { text: CITATION, status: 'verified' } }] });
      expect(await awards.rows('SELECT id FROM tier_quotas')).toEqual([]);

      const wrong = [{ subjects: undefined }, { year: undefined }, { tier: 'CSTDCS' }];
      expect((await Promise.all(wrong.map(state))).flatMap(codesOf)).toEqual([
        'TIER_QUOTA.NO_SUCH_RULE',
        'TIER_QUOTA.SCOPE_NOT_STATED',
        'TIER_QUOTA.NO_SUCH_RULE',
      ]);
      expect(codesOf(await state({ base: 9 }))).toEqual(['accepted']);
      expect(codesOf(await sign(id))).toEqual(['TIER_QUOTA.EXCEEDED']);
      expect(codesOf(await state({ base: 9, rounding: 'ceiling' }))).toEqual(['accepted']);
      expect(codesOf(await sign(id))).toEqual(['accepted']);
      expect(await quotaOf('LDTT')).toMatchObject({
        ...{ base: 9, rounding: 'ceiling', source: stated.source, year: YEAR, scopeId: awards.district },
        lastMeasure: { share: '1/10', base: 9, baseFrom: 'stated', places: 1, citations: [{ text: CITATION }, {}] },
        places: [{ caseId, placeNumber: 1, state: 'recommended' }],
      });
    });

    it('give their last place to one of twenty decisions that are signed at once', async () => {
      await state({ base: 20 });
      const cases = await awards.recommended(RUNNERS);
      const decisions: string[] = [];
      for (const caseId of cases) decisions.push(await inSignature(caseId));
      const results = await Promise.all(decisions.map(sign));
      const codes = results.flatMap(codesOf).sort();
      expect(codes).toEqual([...Array<string>(RUNNERS - 1).fill('TIER_QUOTA.EXCEEDED'), 'accepted']);
      expect((await quotaOf('LDTT')).places.map(({ placeNumber }) => placeNumber)).toEqual([1, 2]);

      // A place falls free with its case, and goes to whoever comes next.
      const won = results.findIndex(({ outcome }) => outcome === 'accepted');
      const [winner = '', next = ''] = [cases[won], decisions[won === 0 ? 1 : 0]];
      await awards.accepted(
        'decision.cancelDraft',
        { reason: 'Rút' },
        { actor: awards.office, id: decisions[won] ?? '' },
      );
      await awards.accepted('award.withdraw', {}, { actor: awards.officer, id: winner });
      expect(codesOf(await sign(next))).toEqual(['accepted']);
      expect(await awards.broken('tier-quota-places')).toEqual([]);
    });

    it('count what the registers know: a fourth of those of the unit who hold the other title', async () => {
      const holders = await awards.recommended(7);
      const wanting = await awards.recommended(2);
      // As if seven others had been given the one title for the year before, and these two wanted the other.
      const change = (set: string, ids: readonly string[]): Promise<void> =>
        awards.damage(
          `UPDATE award_cases SET ${set}, achieved_to = '2023-12-31' WHERE id IN (${ids.map(() => '?').join(', ')})`,
          ids,
        );
      await change('subject_id = id', holders);
      await change(`tier = 'GK'`, wanting);
      const first = await inSignature(wanting[0] ?? '');
      const second = await inSignature(wanting[1] ?? '');
      expect(codesOf(await sign(first))).toEqual(['accepted']);
      const more = await sign(second);
      expect(more).toMatchObject({ reasons: [{ code: 'TIER_QUOTA.EXCEEDED', citation: { text: CITATION } }] });
      expect(JSON.stringify(more)).toContain('tỷ lệ 1/4 của 7 chỉ cho 1');
      expect(await quotaOf('GK')).toMatchObject({
        ...{ base: null, scopeId: awards.ward, year: 2023 },
        lastMeasure: { base: 7, baseFrom: 'registers', places: 1 },
      });
    });
  });
}

describeSqlite('Quotas on SQLite', quotasContract);
describePostgresDatabase('Quotas on PostgreSQL', quotasContract);
