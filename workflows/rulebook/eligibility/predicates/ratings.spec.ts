import { localDate } from '../../../kernel';
import type { Finding } from '../answer.types';
import type { Evidence } from '../evidence.types';
import {
  ask,
  aSource,
  award,
  COMPLETE,
  discipline,
  evidenceOf,
  questionOf,
  ratings,
  aRulebook,
  aTier,
  is,
  aCommonRule,
} from '../testing/samples';
import { compileEligibility } from '../compile';

type Row = readonly [string, Partial<Evidence>, Finding];

const FIVE = { 2020: 'good', 2021: 'good', 2022: 'good', 2023: 'excellent', 2024: 'good' } as const;

describe('ratedAtLeast', () => {
  it.each<Row>([
    ['the very rating', ratings({ 2024: 'good' }), 'met'],
    ['a better one', ratings({ 2024: 'excellent' }), 'met'],
    ['the one below', ratings({ 2024: 'completed' }), 'notMet'],
    ['none', {}, 'notProven'],
    ['none in registers that are complete: a year without a rating was not rated yet', COMPLETE, 'notProven'],
    ['one of another year only', ratings({ 2023: 'excellent' }), 'notProven'],
    [
      'two that contradict each other: the worse counts',
      { ratings: [...ratings({ 2024: 'excellent' }).ratings, ...ratings({ 2024: 'completed' }).ratings] },
      'notMet',
    ],
  ])('with %s', (_, evidence, finding) => {
    expect(ask(['ratedAtLeast', { rating: 'good' }], evidence).finding).toBe(finding);
  });

  it('tells what it rests on, and what is missing', () => {
    const source = aSource('register');
    expect(
      ask(['ratedAtLeast', { rating: 'good' }], { ratings: [{ year: 2024, rating: 'good', source }] }),
    ).toMatchObject({
      used: [{ what: 'rating', source, says: { year: 2024, rating: 'good' } }],
      missing: [],
    });
    expect(ask(['ratedAtLeast', { rating: 'good' }], {}).missing).toEqual([{ what: 'rating', about: { year: 2024 } }]);
  });

  it('names a school year by the year in which it begins, as the register does', () => {
    const school = { achievedFrom: localDate('2023-09-01'), achievedTo: localDate('2024-05-31') };
    expect(ask(['ratedAtLeast', { rating: 'good' }], ratings({ 2023: 'good' }), school).finding).toBe('met');
  });
});

describe('consecutiveYearsRated', () => {
  it.each<Row>([
    ['five good years', ratings(FIVE), 'met'],
    [
      'four, and nothing of the first',
      ratings({ 2021: 'good', 2022: 'good', 2023: 'good', 2024: 'good' }),
      'notProven',
    ],
    ['a gap in between', ratings({ 2020: 'good', 2021: 'good', 2023: 'good', 2024: 'good' }), 'notProven'],
    ['a bad year in between', ratings({ ...FIVE, 2022: 'completed' }), 'notMet'],
    ['a bad year and a gap', ratings({ 2022: 'completed', 2024: 'good' }), 'notMet'],
    ['a bad year before them', ratings({ ...FIVE, 2019: 'notCompleted' }), 'met'],
    [
      'five good years that ended a year ago',
      ratings({ 2019: 'good', 2020: 'good', 2021: 'good', 2022: 'good', 2023: 'good' }),
      'notProven',
    ],
  ])('with %s', (_, evidence, finding) => {
    expect(ask(['consecutiveYearsRated', { years: 5, rating: 'good' }], evidence).finding).toBe(finding);
  });

  it.each<Row>([
    ['an award the year before they begin', { awards: [award('BK_TINH', 2019)] }, 'met'],
    ['an award in their first year', { awards: [award('BK_TINH', 2020)], ...COMPLETE }, 'notMet'],
    ['the same where an earlier one may be unknown', { awards: [award('BK_TINH', 2020)] }, 'notProven'],
    ['an early and a late award', { awards: [award('BK_TINH', 2018), award('BK_TINH', 2022)], ...COMPLETE }, 'met'],
    ['no award that anybody entered', {}, 'notProven'],
    ['no award in registers that are complete', COMPLETE, 'notMet'],
    [
      'an award decided after the day of the question',
      { awards: [award('BK_TINH', 2019, { decidedOn: localDate('2025-01-21') })], ...COMPLETE },
      'notMet',
    ],
  ])('since an award, with %s', (_, evidence, finding) => {
    const condition = ['consecutiveYearsRated', { years: 5, rating: 'good', since: 'BK_TINH' }] as const;
    expect(ask(condition, { ...ratings(FIVE), ...evidence }).finding).toBe(finding);
  });

  it('counts a year with a title where the standard says so', () => {
    const condition = ['consecutiveYearsRated', { years: 2, rating: 'excellent', orHolding: 'TTLDXS' }] as const;
    const evidence = { ...ratings({ 2023: 'good', 2024: 'excellent' }), awards: [award('TTLDXS', 2023)] };
    expect(ask(condition, evidence).finding).toBe('met');
    expect(ask(condition, { ...evidence, awards: [] }).finding).toBe('notProven');
    expect(ask(condition, { ...evidence, awards: [], ...COMPLETE }).finding).toBe('notMet');
  });

  it('lists every year that nobody rated', () => {
    const { missing } = ask(['consecutiveYearsRated', { years: 3, rating: 'good' }], ratings({ 2023: 'good' }));
    expect(missing.map(({ about }) => about.year)).toEqual([2022, 2024]);
  });
});

describe('everyYearRatedSince', () => {
  const condition = ['everyYearRatedSince', { tier: 'BK_TINH', rating: 'good' }] as const;

  it.each<Row>([
    ['good years only', { ...ratings({ 2023: 'good', 2024: 'good' }), awards: [award('BK_TINH', 2022)] }, 'met'],
    [
      'a bad year before the award',
      { ...ratings({ 2022: 'completed', 2023: 'good', 2024: 'good' }), awards: [award('BK_TINH', 2022)] },
      'met',
    ],
    [
      'a bad year after it',
      { ...ratings({ 2023: 'completed', 2024: 'good' }), awards: [award('BK_TINH', 2022)], ...COMPLETE },
      'notMet',
    ],
    [
      'a bad year before the later of two',
      { ...ratings({ 2021: 'completed', 2024: 'good' }), awards: [award('BK_TINH', 2020), award('BK_TINH', 2023)] },
      'met',
    ],
    [
      'a bad year after which there may be an award that nobody entered',
      { ...ratings({ 2023: 'completed', 2024: 'good' }), awards: [award('BK_TINH', 2022)] },
      'notProven',
    ],
    ['a year that nobody rated', { ...ratings({ 2024: 'good' }), awards: [award('BK_TINH', 2022)] }, 'notProven'],
    ['no award', COMPLETE, 'notMet'],
    ['nothing known', {}, 'notProven'],
  ])('with %s', (_, evidence, finding) => {
    expect(ask(condition, evidence).finding).toBe(finding);
  });
});

describe('yearsRated', () => {
  const lastFive = ['yearsRated', { years: 2, rating: 'excellent', within: 5 }] as const;

  it.each<Row>([
    ['two such years', ratings({ ...FIVE, 2020: 'excellent' }), 'met'],
    ['one, all rated', ratings(FIVE), 'notMet'],
    [
      'one, and one year that nobody rated',
      ratings({ 2021: 'good', 2022: 'good', 2023: 'excellent', 2024: 'good' }),
      'notProven',
    ],
    ['a second one just outside', ratings({ ...FIVE, 2019: 'excellent' }), 'notMet'],
  ])('within years, with %s', (_, evidence, finding) => {
    expect(ask(lastFive, evidence).finding).toBe(finding);
  });

  it.each<Row>([
    [
      'enough after it',
      { ...ratings({ 2023: 'excellent', 2024: 'excellent' }), awards: [award('BK_TTG', 2022)] },
      'met',
    ],
    [
      'one in the year of the award',
      {
        ...ratings({ 2022: 'excellent', 2023: 'good', 2024: 'excellent' }),
        awards: [award('BK_TTG', 2022)],
        ...COMPLETE,
      },
      'notMet',
    ],
    ['no award', { ...ratings({ 2023: 'excellent', 2024: 'excellent' }), ...COMPLETE }, 'notMet'],
    ['no award that anybody entered', ratings({ 2023: 'excellent', 2024: 'excellent' }), 'notProven'],
    [
      'too many bad years for any',
      ratings(Object.fromEntries(Array.from({ length: 70 }, (_, back) => [2024 - back, 'good'])) as never),
      'notMet',
    ],
  ])('since an award, with %s', (_, evidence, finding) => {
    expect(ask(['yearsRated', { years: 2, rating: 'excellent', since: 'BK_TTG' }], evidence).finding).toBe(finding);
  });

  it('counts in the achievement period when it is not told otherwise', () => {
    const period = { achievedFrom: localDate('2022-01-01') };
    const evidence = ratings({ 2021: 'excellent', 2022: 'excellent', 2023: 'good', 2024: 'excellent' });
    expect(ask(['yearsRated', { years: 2, rating: 'excellent' }], evidence, period).finding).toBe('met');
    expect(ask(['yearsRated', { years: 3, rating: 'excellent' }], evidence, period).finding).toBe('notMet');
  });
});

describe('years before the end of a disciplinary measure', () => {
  const rulebook = (restarts: boolean): ReturnType<typeof aRulebook> =>
    aRulebook([aTier('X', {}, is('consecutiveYearsRated', { years: 3, rating: 'good' }))], {
      common: restarts ? [aCommonRule('afterDiscipline', is('afterDiscipline'))] : [],
    });
  const evidence = (until: string): Evidence =>
    evidenceOf({
      ...ratings({ 2022: 'good', 2023: 'good', 2024: 'good' }),
      disciplines: [discipline('warning', '2021-03-01', until)],
    });

  it('do not count where a common rule restarts the clock', () => {
    expect(compileEligibility(rulebook(true))(questionOf(evidence('2022-02-28'))).standard?.finding).toBe('notMet');
    expect(compileEligibility(rulebook(true))(questionOf(evidence('2021-12-31'))).standard?.finding).toBe('met');
    expect(compileEligibility(rulebook(false))(questionOf(evidence('2022-02-28'))).standard?.finding).toBe('met');
  });
});
