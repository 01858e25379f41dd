import { CaseListsQueries } from '../../src/awards/presentations/case-lists.queries';
import { DecisionDocuments } from '../../src/awards/decisions/decision-documents.service';
import { SYSTEM_SCOPE } from '../../src/platform/auth/scope';
import type { Release } from '../../src/rulebooks';
import { Awards } from '../factories/awards';
import { releaseForTests } from '../factories/awards-modules';
import { TODAY } from '../factories/awards-words';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';

const CITATION = { text: 'Nghị định 152/2025/NĐ-CP, Điều 49 khoản 5, 6 và 7', status: 'verified' } as const;

/** The rules of the house, as if those of this town's time had the row of a later decree on prizes that come together. */
function withStacking(): Release {
  const release = releaseForTests();
  const row = { citation: CITATION.text, status: CITATION.status, councilChoice: false };
  const words = { titlesOfOnePeriod: 'highestOnly', titlesOfOtherPeriods: 'each', forms: 'each', titleAndForm: 'each' };
  const stacking = { ...row, ...words } as Release['rulebooks'][number]['stacking'];
  return { ...release, rulebooks: release.rulebooks.map((rulebook) => ({ ...rulebook, stacking: stacking ?? null })) };
}

function prizesContract(database: DatabaseOf): void {
  describe('prizes that come together', () => {
    let awards: Awards;
    beforeAll(async () => {
      awards = await Awards.open(database(), withStacking());
    });
    afterAll(() => awards.close());

    /** Recommended cases of one person, each of another tier: as if the town's council had recommended them. */
    const ofTiers = async (...tiers: readonly string[]): Promise<readonly string[]> => {
      const subject = { kind: 'person', id: await awards.aPerson() };
      const cases = await awards.recommended(tiers.length, { subject });
      for (const [index, tier] of tiers.entries()) {
        await awards.damage('UPDATE award_cases SET tier = ? WHERE id = ?', [tier, cases[index] ?? '']);
      }
      return cases;
    };
    const amounts = async (...caseIds: readonly string[]): Promise<readonly (string | null)[]> => {
      const rows = await awards.rows<{ id: string; amount: string | null }>('SELECT id, amount FROM award_cases');
      return caseIds.map((caseId) => rows.find(({ id }) => id === caseId)?.amount ?? null);
    };
    const payment = async (...caseIds: readonly string[]): Promise<string> => {
      const plan = { unitId: awards.district, paidOn: TODAY, paper: awards.next('DS-') };
      const id = await awards.accepted('payment.plan', plan, { actor: awards.office });
      await awards.accepted('payment.list', { caseIds }, { actor: awards.office, id });
      return id;
    };
    const linesOf = async (id: string) =>
      (await awards.get(CaseListsQueries).linesOf('payment', SYSTEM_SCOPE, id, { limit: 10 })).items;

    it('are paid as the highest of two titles over one period; the other is shown with the reason', async () => {
      const [lower = '', higher = '', form = ''] = await ofTiers('LDTT', 'CSTDCS', 'GK');
      const decision = await awards.issued([lower, higher, form]);
      await awards.drain();
      expect(await amounts(lower, higher, form)).toEqual([null, '2340000', '710000']);

      const { annexes, total } = await awards.get(DecisionDocuments).of(SYSTEM_SCOPE, decision);
      expect(total).toBe('3050000');
      expect(annexes.flatMap(({ lines }) => lines).map(({ caseId, notDue }) => [caseId, notDue])).toEqual([
        [lower, expect.objectContaining({ amount: '710000', insteadCaseId: higher, citation: CITATION })],
        [higher, null],
        [form, null],
      ]);

      const list = await payment(lower, higher, form);
      const refused = { reasons: [{ code: 'AWARD.PRIZE_NOT_DUE', citation: CITATION }] };
      expect(await linesOf(list)).toMatchObject([
        { caseId: lower, outcome: 'wouldBeRefused', ...refused },
        { caseId: higher, outcome: 'expected' },
        { caseId: form, outcome: 'expected' },
      ]);
      await awards.all(awards.office, list, 'payment.pay');
      await awards.drain();
      expect(await linesOf(list)).toMatchObject([
        { caseId: lower, outcome: 'refused', ...refused },
        { caseId: higher, outcome: 'done' },
        { caseId: form, outcome: 'done' },
      ]);
      const paid = await awards.rows<{ amount: string | number }>('SELECT amount FROM fund_entries');
      expect(paid.map(({ amount }) => String(amount)).sort()).toEqual(['2340000', '710000']);
      expect(await awards.broken('decision-papers')).toEqual([]);
    });

    it('are looked at together also when two decisions of one day bring them', async () => {
      const [lower = '', higher = ''] = await ofTiers('LDTT', 'CSTDCS');
      await awards.issued([lower]);
      await awards.issued([higher]);
      await awards.drain();
      expect(await amounts(lower, higher)).toEqual(['710000', '2340000']);
      expect(await linesOf(await payment(lower, higher))).toMatchObject([
        { caseId: lower, outcome: 'wouldBeRefused' },
        { caseId: higher, outcome: 'expected' },
      ]);
      const pay = await awards.send('award.pay', { paidOn: TODAY }, { actor: awards.office, id: lower });
      expect(pay).toMatchObject({ reasons: [{ code: 'AWARD.PRIZE_NOT_DUE', citation: CITATION }] });
    });

    it('are each paid when they are for different periods', async () => {
      const [one = '', other = ''] = await ofTiers('LDTT', 'CSTDCS');
      await awards.damage(`UPDATE award_cases SET achieved_from = '2023-01-01' WHERE id = ?`, [other]);
      await awards.issued([one, other]);
      await awards.drain();
      expect(await amounts(one, other)).toEqual(['710000', '2340000']);
    });
  });
}

describeSqlite('Prizes on SQLite', prizesContract);
describePostgresDatabase('Prizes on PostgreSQL', prizesContract);
