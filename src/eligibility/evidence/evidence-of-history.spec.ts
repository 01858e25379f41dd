import type { AwardFact, HistoryFacts } from '../../../workflows/history';
import { localDate } from '../../../workflows/kernel';
import { evidenceOfHistory, type HistoryDetails } from './evidence-of-history';

const day = localDate;
const NO_DETAILS: HistoryDetails = { cases: new Map(), recordTiers: new Map() };

const facts = (some: Partial<HistoryFacts>): HistoryFacts => ({
  ...{ ratings: [], awards: [], initiatives: [], disciplines: [], freezes: [] },
  ...some,
});

const anAward = (some: Partial<AwardFact>): AwardFact => ({
  ...{ id: 'a', source: 'record', tier: 'CSTDCS', name: 'Chiến sĩ thi đua cơ sở', family: 'state', kind: 'title' },
  ...{ achievedFrom: null, achievedTo: null, decidedOn: day('2024-01-10'), decision: null, amount: null },
  ...some,
});

const aRating = (id: string, year: number, some: object = {}) => ({
  ...{ id, period: 'calendarYear' as const, year, rating: 'good' as const },
  ...some,
});

describe(evidenceOfHistory.name, () => {
  it('takes the rating of the calendar year, and that of a school year where there is no other', () => {
    const school = { period: 'schoolYear', rating: 'excellent' } as const;
    const ratings = [aRating('c', 2023), aRating('s', 2023, school), aRating('t', 2024, school)];
    const found = evidenceOfHistory(facts({ ratings }), NO_DETAILS);
    expect(found.ratings.map(({ year, rating, source }) => [year, rating, source.id])).toEqual([
      [2023, 'good', 'c'],
      [2024, 'excellent', 't'],
    ]);
    const ofSchools = evidenceOfHistory(facts({ ratings }), NO_DETAILS, 'schoolYear').ratings;
    expect(ofSchools.map(({ source }) => source.id)).toEqual(['s', 't']);
  });

  it('shows one of two rows of one person that agree, and both where they do not', () => {
    const ratings = [
      aRating('a', 2022),
      aRating('b', 2022),
      aRating('c', 2023),
      aRating('d', 2023, { rating: 'excellent' }),
    ];
    expect(evidenceOfHistory(facts({ ratings }), NO_DETAILS).ratings.map(({ year }) => year)).toEqual([
      2022, 2023, 2023,
    ]);
  });

  it('says of the award of a case what the case says, and of a recorded one that nobody wrote it down', () => {
    const cases = new Map([['k', { tier: 'CSTDCS', commendation: 'merit', achievementId: 'x' }]]);
    const awards = [anAward({ id: 'k', source: 'case', decision: '12/QĐ-UBND' }), anAward({ id: 'r' })];
    const found = evidenceOfHistory(facts({ awards }), { ...NO_DETAILS, cases });
    expect(found.awards).toMatchObject([
      { commendation: 'merit', achievementId: 'x', source: { kind: 'case', id: 'k', label: '12/QĐ-UBND' } },
      { commendation: null, achievementId: null, source: { kind: 'record', id: 'r' } },
    ]);
  });

  it('leaves out an award of a tier that no rulebook knows', () => {
    expect(evidenceOfHistory(facts({ awards: [anAward({ tier: null })] }), NO_DETAILS).awards).toEqual([]);
  });

  it('names the tier of what an initiative backs already', () => {
    const use = { id: 'u', usedOn: day('2024-01-10'), caseId: null, awardRecordId: null };
    const initiative = {
      ...({ id: 'i', title: 'Sáng kiến mẫu', kind: 'initiative', scope: 'unit' } as const),
      recognisedOn: day('2023-10-01'),
      uses: [
        { ...use, caseId: 'k' },
        { ...use, awardRecordId: 'r' },
      ],
    };
    const found = evidenceOfHistory(facts({ initiatives: [initiative] }), {
      cases: new Map([['k', { tier: 'CSTDCS', commendation: 'merit', achievementId: 'x' }]]),
      recordTiers: new Map([['r', null]]),
    });
    expect(found.initiatives).toMatchObject([
      {
        usedFor: [
          { id: 'k', tier: 'CSTDCS' },
          { id: 'r', tier: null },
        ],
        source: { label: 'Sáng kiến mẫu' },
      },
    ]);
  });

  it('ends a discipline on the day it was lifted, and knows nothing of a freeze that was lifted', () => {
    const measure = { id: 'd', form: 'warning', from: day('2024-01-01'), until: day('2024-12-31') } as const;
    const pending = { from: day('2024-05-01'), until: null };
    const found = evidenceOfHistory(
      facts({
        disciplines: [{ ...measure, liftedOn: day('2024-06-30') }],
        freezes: [
          { id: 'f', ...pending, isLifted: true },
          { id: 'g', ...pending, isLifted: false },
        ],
      }),
      NO_DETAILS,
    );
    expect(found.disciplines).toMatchObject([{ form: 'warning', until: '2024-06-30' }]);
    expect(found.freezes).toEqual([{ ...pending, source: { kind: 'register', id: 'g' } }]);
  });
});
