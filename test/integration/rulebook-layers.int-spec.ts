import { configFolder } from '../../config';
import { loadRelease, RulebooksService } from '../../src/rulebooks';
import { localDate, needed } from '../../workflows/kernel';
import { citationOf, mayDecide, routeOf, voteRuleOf } from '../../workflows/rulebook';

const BAC_NINH = ['BAC-NINH', 'XA'] as const;
const WITHOUT = ['TINH-KHONG-CO', 'XA'] as const;

/** The layers that are delivered: Bắc Ninh (Decision 86/2025/QĐ-UBND) and a demonstration. */
describe('the layers that are delivered', () => {
  const rulebooks = new RulebooksService(
    loadRelease({ rulebooks: configFolder('rulebooks'), calendar: configFolder('calendar') }),
  );
  const at = (day: string, place: readonly string[] = BAC_NINH) => rulebooks.at(localDate(day), place)!;

  describe('the regime of a dossier (Decree 152/2025, article 60)', () => {
    const days = ['2025-06-30', '2025-07-01', '2025-12-14', '2025-12-15', '2025-12-31', '2026-01-01', '2026-10-01'];
    const regimes = (place: readonly string[]) => days.map((day) => at(day, place).regime);

    it('is R3 for Bắc Ninh from 2025-12-15, the first day of its own decision', () => {
      expect(regimes(BAC_NINH)).toEqual(['R2', 'R2', 'R2', 'R3', 'R3', 'R3', 'R4']);
    });

    it('is R2 until the end of 2025 for a province that never issued one', () => {
      expect(regimes(WITHOUT)).toEqual(['R2', 'R2', 'R2', 'R2', 'R2', 'R3', 'R4']);
    });

    it('leaves prize money to the day of the decision', () => {
      const prize = rulebooks.prize({ tier: 'BK_TINH', subjectKind: 'person', decidedOn: localDate('2025-09-01') });
      expect(prize?.amount).toBe('3510000');
    });

    it('lets the commune decide on CSTĐCS from 2025-07-01 all the same (Decree 129/2025, article 59)', () => {
      const may = ['2025-06-30', '2025-07-01', '2026-01-01'].map((day) =>
        mayDecide(at(day, WITHOUT), 'CSTDCS', 'commune'),
      );
      expect(may).toEqual([false, true, true]);
      // The votes are those of R2 still: 80% of all members (Decree 98/2023, article 30.7).
      expect(voteRuleOf(at('2025-09-01', WITHOUT), 'CSTDCS')?.vote.threshold.fraction).toBe('4/5');
      expect(voteRuleOf(at('2026-01-01', WITHOUT), 'CSTDCS')?.vote.threshold.fraction).toBe('1/2');
    });
  });

  describe('Bắc Ninh', () => {
    const book = at('2026-03-01');
    const tier = (code: string) => book.tiers.find((each) => each.code === code);

    it('lets the standing committee consider TTLĐXS and BK, the full council the flag and the fighters (article 5)', () => {
      const councils = ['TTLDXS', 'BK_TINH', 'CO_TINH', 'CSTD_TINH'].map(
        (code) => routeOf(book, code, 'province')?.council,
      );
      expect(councils).toEqual(['standingCommittee', 'standingCommittee', 'fullCouncil', 'fullCouncil']);
      expect(citationOf(tier('TTLDXS')!.route!)).toEqual({
        text: 'Quyết định 86/2025/QĐ-UBND (Bắc Ninh), Điều 5 khoản 2 điểm b',
        status: 'verified',
      });
    });

    it('wants 80% of the members present, and over half of all in favour (article 8)', () => {
      const rules = voteRuleOf(book, 'CO_TINH')!;
      expect([needed(15, rules.quorum.threshold), needed(15, rules.vote.threshold)]).toEqual([12, 8]);
      expect(rules.vote).toMatchObject({ absent: 'writtenOpinion', status: 'unverified' });
    });

    it('takes dossiers until 10 December, of schools until 10 July, and ten days before a conference (article 6)', () => {
      expect(tier('TTLDXS')?.closings?.map(({ sector, monthDay }) => [sector, monthDay])).toEqual([
        ['general', '12-10'],
        ['education', '07-10'],
      ]);
      expect(tier('BK_TINH')?.terms?.find(({ of }) => of === 'submission')).toMatchObject({
        days: 10,
        unit: 'calendarDays',
      });
    });

    it('says what proves a rating (article 7)', () => {
      const found = book.procedures?.filter(({ code }) => code === 'RATING_EVIDENCE');
      expect(found?.map(({ citation }) => citation)).toEqual(['Quyết định 86/2025/QĐ-UBND (Bắc Ninh), Điều 7']);
    });

    it('changes nothing of what the nation keeps to itself', () => {
      const nation = rulebooks.at(localDate('2026-03-01'))!;
      for (const key of ['multipliers', 'rounding', 'freeze', 'common', 'stacking'] as const) {
        expect(book[key]).toBe(nation[key]);
      }
      expect(tier('CSTDTQ')).toBe(nation.tiers.find(({ code }) => code === 'CSTDTQ'));
      expect(book.layers?.map(({ id }) => id)).toEqual(['bac-ninh-2025']);
    });

    it('is unverified under R4, whose text nobody saw', () => {
      const route = at('2026-10-01').tiers.find(({ code }) => code === 'TTLDXS')?.route;
      expect(route).toMatchObject({ council: 'standingCommittee', status: 'unverified' });
      expect(route?.citation).toContain('R4');
    });
  });

  describe('the demonstration', () => {
    it('says of every row that it is none of the law', () => {
      const [demonstration] = (rulebooks.release().layers ?? []).filter(({ id }) => id === 'tinh-mau');
      const rows = [demonstration!, ...demonstration!.overrides, ...demonstration!.delegations];
      expect(new Set(rows.map(({ status, citation }) => `${status} ${citation}`))).toEqual(
        new Set(['unverified Dữ liệu minh họa, không có thật']),
      );
      expect(demonstration!.title.vi).toContain('minh họa');
      expect(demonstration!.document).toContain('minh họa');
    });

    it('caps CSTĐCS at 15% of the unit, where R3 has no national ratio', () => {
      const quotas = (place: readonly string[]) => rulebooks.tier(localDate('2026-03-01'), 'CSTDCS', place)?.quotas;
      expect(quotas(['TINH-MAU'])).toMatchObject([{ share: '3/20', base: 'holdersOf', of: 'LDTT', scope: 'unit' }]);
      expect(quotas(BAC_NINH)).toEqual([]);
    });
  });
});
