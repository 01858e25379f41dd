import { localDate, type LocalDate } from '../kernel';
import { chronology, yearlyGrid } from './chronology';
import { endOfDiscipline, startOfClock } from './clock';
import type { AwardFact, DisciplineFact, HistoryFacts, RatingFact } from './history.types';
import { summaryOf } from './summary';
import {
  consecutiveTitleYears,
  consecutiveYears,
  lastAwardOf,
  latestOf,
  yearOfAward,
  yearOfRating,
  yearsRatedAtLeast,
} from './years';

const day = (text: string | null): LocalDate | null => (text === null ? null : localDate(text));
const award = (tier: string, decidedOn: string, achievedTo: string | null = null, id = decidedOn): AwardFact => ({
  ...{ id, source: 'record', tier, name: tier, family: 'state', kind: 'title', decision: null, amount: null },
  ...{ achievedFrom: null, achievedTo: day(achievedTo), decidedOn: localDate(decidedOn) },
});
const rating = (year: number, of: RatingFact['rating'], period: RatingFact['period'] = 'calendarYear'): RatingFact => ({
  ...{ id: `${period} ${year}`, year, rating: of, period },
});
const discipline = (from: string, until: string | null, liftedOn: string | null = null): DisciplineFact => ({
  ...{ id: from, form: 'warning', from: localDate(from), until: day(until), liftedOn: day(liftedOn) },
});
const NOTHING: HistoryFacts = { ratings: [], awards: [], initiatives: [], disciplines: [], freezes: [] };

describe(consecutiveYears.name, () => {
  it.each([
    [[], 2024, 0],
    [[2024], 2024, 1],
    [[2022, 2024, 2023], 2024, 3],
    [[2021, 2023, 2024], 2024, 2],
    [[2022, 2023], 2024, 0],
    [[2024, 2024, 2023], 2024, 2],
    [[2023, 2024, 2025], 2024, 2],
  ])('of %j up to %i are %i', (years, upTo, count) => {
    expect(consecutiveYears(years, upTo)).toBe(count);
  });
});

describe('the year of a fact', () => {
  it('of a school year is that in which it ends', () => {
    expect(yearOfRating({ period: 'schoolYear', year: 2023 })).toBe(2024);
    expect(yearOfRating({ period: 'calendarYear', year: 2023 })).toBe(2023);
  });

  it('of an award is that of the achievement, or of the decision where it names none', () => {
    expect(yearOfAward(award('CSTDCS', '2024-01-15', '2023-12-31'))).toBe(2023);
    expect(yearOfAward(award('CSTDCS', '2024-01-15'))).toBe(2024);
  });
});

describe(consecutiveTitleYears.name, () => {
  const three = [
    award('CSTDCS', '2022-12-20', '2022-12-31'),
    award('CSTDCS', '2024-01-15', '2023-12-31'),
    award('CSTDCS', '2024-12-20', '2024-12-31'),
    award('LDTT', '2025-12-20', '2025-12-31'),
  ];

  it('counts by the year of the achievement, not of the decision', () => {
    expect(consecutiveTitleYears(three, 'CSTDCS', 2024)).toBe(3);
    expect(consecutiveTitleYears(three, 'CSTDCS', 2025)).toBe(0);
    expect(consecutiveTitleYears(three, 'LDTT', 2025)).toBe(1);
  });

  it('counts a year once, however many decisions it has', () => {
    expect(consecutiveTitleYears([...three, award('CSTDCS', '2024-12-21', '2024-12-31')], 'CSTDCS', 2024)).toBe(3);
  });
});

describe(yearsRatedAtLeast.name, () => {
  const ratings = [
    rating(2024, 'good'),
    rating(2021, 'excellent'),
    rating(2022, 'completed'),
    rating(2023, 'notCompleted'),
  ];

  it.each([
    ['notCompleted', [2021, 2022, 2023, 2024]],
    ['completed', [2021, 2022, 2024]],
    ['good', [2021, 2024]],
    ['excellent', [2021]],
  ] as const)('%s are %j', (least, years) => {
    expect(yearsRatedAtLeast(ratings, least)).toEqual(years);
  });

  it('asks both ratings of a year that has two', () => {
    const both = [rating(2024, 'excellent'), rating(2023, 'completed', 'schoolYear')];
    expect(yearsRatedAtLeast(both, 'good')).toEqual([]);
    expect(yearsRatedAtLeast(both, 'completed')).toEqual([2024]);
  });
});

describe(lastAwardOf.name, () => {
  it('is the latest decision of the tier', () => {
    const awards = [award('BK', '2019-01-01'), award('BK', '2022-05-01'), award('GK', '2024-01-01')];
    expect(lastAwardOf(awards, 'BK')?.decidedOn).toBe('2022-05-01');
    expect(lastAwardOf(awards, 'HCLD')).toBeUndefined();
    expect(latestOf(awards)?.tier).toBe('GK');
    expect(latestOf([])).toBeUndefined();
  });

  it('is of one day the one with the later achievement', () => {
    const awards = [award('BK', '2022-05-01', '2021-12-31', 'b'), award('BK', '2022-05-01', '2020-12-31', 'c')];
    expect(latestOf(awards)?.achievedTo).toBe('2021-12-31');
    expect(latestOf([...awards].reverse())?.achievedTo).toBe('2021-12-31');
  });
});

describe(startOfClock.name, () => {
  const written = award('BK', '2022-05-01', '2021-12-31');
  it.each([
    ['nothing is known', undefined, [], null, 'nothing'],
    ['the decision names a period', written, [], '2022-01-01', 'achievementPeriod'],
    ['the decision names none', award('BK', '2022-05-01'), [], '2022-05-01', 'decisionDate'],
    ['discipline ended later', written, [discipline('2022-03-01', '2023-02-28')], '2023-03-01', 'disciplineEnded'],
    ['discipline ended before', written, [discipline('2019-03-01', '2020-02-29')], '2022-01-01', 'achievementPeriod'],
    ['both say one day', written, [discipline('2021-01-01', '2021-12-31')], '2022-01-01', 'achievementPeriod'],
    ['discipline was lifted', written, [discipline('2022-03-01', null, '2022-09-01')], '2022-09-01', 'disciplineEnded'],
    ['discipline has no end yet', written, [discipline('2022-03-01', null)], null, 'disciplineOpen'],
    [
      'discipline is all there is',
      undefined,
      [discipline('2022-03-01', '2023-02-28')],
      '2023-03-01',
      'disciplineEnded',
    ],
    [
      'the last of several counts',
      written,
      [discipline('2023-01-01', '2023-12-31'), discipline('2022-03-01', '2023-02-28')],
      '2024-01-01',
      'disciplineEnded',
    ],
  ] as const)('when %s', (_, last, disciplines, from, because) => {
    expect(startOfClock(last, disciplines)).toMatchObject({ from, because });
  });

  it('cites the article that it follows', () => {
    expect(startOfClock(written, []).citation?.text).toContain('Điều 33');
    expect(startOfClock(written, [discipline('2022-03-01', null)]).citation?.text).toContain('Điều 4');
    expect(startOfClock(undefined, []).citation).toBeNull();
  });

  it('does not end a disciplinary period later because it was lifted after its end', () => {
    expect(endOfDiscipline(discipline('2022-03-01', '2023-02-28', '2024-01-01'))).toBe('2023-02-28');
  });
});

describe(summaryOf.name, () => {
  it('counts each tier, and the years by their rating', () => {
    const awards = [
      award('CSTDCS', '2022-12-20', '2022-12-31'),
      award('CSTDCS', '2024-01-15', '2023-12-31'),
      award('BK', '2020-05-01'),
    ];
    const summary = summaryOf({ ...NOTHING, awards, ratings: [rating(2022, 'good'), rating(2023, 'excellent')] });
    expect(summary.yearsRated).toEqual({ completed: [2022, 2023], good: [2022, 2023], excellent: [2023] });
    expect(summary.tiers).toMatchObject([
      { tier: 'BK', count: 1, lastYear: 2020, consecutiveYears: 1, clock: { from: '2020-05-01' } },
      { tier: 'CSTDCS', count: 2, lastYear: 2023, consecutiveYears: 2, clock: { from: '2024-01-01' } },
    ]);
  });

  it('starts every clock after a disciplinary period, and leaves out what no rule knows', () => {
    const awards = [award('BK', '2020-05-01'), { ...award('x', '2021-05-01'), tier: null }];
    const { tiers } = summaryOf({ ...NOTHING, awards, disciplines: [discipline('2021-01-01', '2021-12-31')] });
    expect(tiers).toMatchObject([{ tier: 'BK', clock: { from: '2022-01-01', because: 'disciplineEnded' } }]);
    expect(summaryOf(NOTHING)).toEqual({ tiers: [], yearsRated: { completed: [], good: [], excellent: [] } });
  });
});

describe(chronology.name, () => {
  const use = { id: 'use', caseId: 'case', awardRecordId: null, usedOn: localDate('2024-11-01') };
  const facts: HistoryFacts = {
    ratings: [rating(2024, 'good'), rating(2023, 'good', 'schoolYear')],
    awards: [award('CSTDCS', '2025-01-10', '2024-12-31')],
    initiatives: [
      {
        ...{ id: 'initiative', title: 'Sáng kiến', kind: 'initiative', scope: 'unit' },
        ...{ recognisedOn: localDate('2024-10-01'), uses: [use] },
      },
    ],
    disciplines: [discipline('2020-03-01', '2021-02-28')],
    freezes: [{ id: 'freeze', from: localDate('2020-01-01'), until: null, isLifted: true }],
  };

  it('lists everything, the latest first, with the year it counts for', () => {
    expect(chronology(facts).map(({ on, type, year }) => [on, type, year])).toEqual([
      ['2025-01-10', 'award', 2024],
      ['2024-12-31', 'rating', 2024],
      ['2024-11-01', 'initiativeUse', 2024],
      ['2024-10-01', 'initiative', 2024],
      ['2024-05-31', 'rating', 2024],
      ['2020-03-01', 'discipline', 2020],
      ['2020-01-01', 'freeze', 2020],
    ]);
  });

  it('puts them into a grid by year', () => {
    const grid = yearlyGrid(facts);
    expect(grid.map(({ year, ...row }) => [year, ...Object.values(row).map((cell) => cell.length)])).toEqual([
      [2024, 2, 1, 1, 0, 0],
      [2020, 0, 0, 0, 1, 1],
    ]);
    expect(yearlyGrid(NOTHING)).toEqual([]);
  });

  it('has an order of its own, whatever the order of the facts', () => {
    const turned = { ...facts, ratings: [...facts.ratings].reverse() };
    expect(chronology(turned)).toEqual(chronology(facts));
  });
});
