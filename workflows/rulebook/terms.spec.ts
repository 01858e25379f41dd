import type { RouteRule, Rulebook, TermRule, Tier } from './rulebook.types';
import { appraisalTermOf } from './terms';

const row = { citation: 'Điều 1', status: 'verified', councilChoice: false } as const;
const appraisal = (days: number, more: Partial<TermRule> = {}): TermRule => ({
  ...{ ...row, of: 'appraisal', days, unit: 'workingDays', countsFirstDay: false },
  ...more,
});

/** As much of a rulebook as terms are read from. */
function rulebook(tier: Partial<Tier>, more: Partial<Rulebook> = {}): Rulebook {
  const route = { ...row, council: 'none', publicity: false, simple: false } as const;
  const tiers = [{ code: 'BK_TTG', deciders: { ...row, levels: ['state'] }, route, ...tier }];
  return { ...more, tiers } as Rulebook;
}

const days = (of: Rulebook, level: 'state' | 'province' = 'province'): number | undefined =>
  appraisalTermOf(of, 'BK_TTG', level)?.days;

describe('the term of an appraisal', () => {
  it('takes the term of the level before one of no level (NĐ152 Đ35.2: BNV 20; Đ35.3: a province 30 working days)', () => {
    const terms = [appraisal(25), appraisal(20, { level: 'state' }), appraisal(30, { level: 'province' })];
    expect([days(rulebook({ terms })), days(rulebook({ terms }), 'state')]).toEqual([30, 20]);
    expect(days(rulebook({ terms: [appraisal(25), appraisal(20, { level: 'state' })] }))).toBe(25);
  });

  it('takes the rule of the tier before that of the rulebook, and of the rulebook where the tier has none', () => {
    expect(days(rulebook({ terms: [appraisal(30)] }, { terms: [appraisal(20)] }))).toBe(30);
    expect(days(rulebook({}, { terms: [appraisal(20)] }))).toBe(20);
    expect(days(rulebook({ terms: [appraisal(10, { of: 'return' })] }))).toBeUndefined();
  });

  it('leaves a term that only some cases have to a person (NĐ152 Đ35.3: 40 days for HC Độc lập and above)', () => {
    const onlyIf = { vi: 'Huân chương Độc lập trở lên', en: 'Independence Order and above' };
    expect(days(rulebook({ terms: [appraisal(40, { onlyIf }), appraisal(30)] }))).toBe(30);
  });

  it('moves an end from a day off only where the rulebook says so (BLDS Đ148, unverified)', () => {
    const counting = { ...row, countsFirstDay: false, movesFromDayOff: true };
    const found = (more: Partial<Rulebook>) =>
      appraisalTermOf(rulebook({ terms: [appraisal(30)] }, more), 'BK_TTG', 'state');
    expect(found({})?.movesFromDayOff).toBe(false);
    expect(found({ counting })?.movesFromDayOff).toBe(true);
  });

  it('is what the route says, in calendar days, where no term is known; else none', () => {
    const route: RouteRule = { ...row, council: 'none', publicity: false, simple: false, processingDays: 15 };
    expect(appraisalTermOf(rulebook({ route }), 'BK_TTG', 'province')).toEqual({
      ...{ days: 15, unit: 'calendarDays', countsFirstDay: false, movesFromDayOff: false },
      rule: { text: 'Điều 1', status: 'verified' },
    });
    expect(appraisalTermOf(rulebook({}), 'BK_TTG', 'province')).toBeUndefined();
    expect(appraisalTermOf(rulebook({}), 'GK', 'province')).toBeUndefined();
  });
});
