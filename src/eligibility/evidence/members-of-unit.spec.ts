import type { HistoryFacts } from '../../../workflows/history';
import { localDate } from '../../../workflows/kernel';
import { membersOfUnit, type Member } from './members-of-unit';

const day = localDate;
const VIEW = { completeFrom: day('2023-01-01'), tiers: ['LDTT', 'CSTDCS'] };

/** Somebody who was LĐTT in 2024, unless told otherwise. */
function aMember(some: Partial<HistoryFacts> = {}, isWoman = false): Member {
  const award = { id: 'a', source: 'record', tier: 'LDTT', name: '', family: 'state', kind: 'title' } as const;
  const period = { achievedFrom: day('2024-01-01'), achievedTo: day('2024-12-31'), decidedOn: day('2025-01-10') };
  const awards = [{ ...award, ...period, decision: null, amount: null }];
  return { isWoman, facts: { ratings: [], awards, initiatives: [], disciplines: [], freezes: [], ...some } };
}

const rated = (rating: 'good' | 'excellent') => ({
  ratings: [{ id: 'r', period: 'calendarYear', year: 2024, rating } as const],
});

describe(membersOfUnit.name, () => {
  it('counts members, women and holders of a year, each once, and that nobody holds the others', () => {
    const twice = aMember();
    const again = aMember({ awards: [...twice.facts.awards, ...twice.facts.awards] }, true);
    expect(membersOfUnit('u', [twice, again, aMember({ awards: [] })], VIEW)).toMatchObject([
      { year: 2024, members: 3, women: 1, holders: { LDTT: 2, CSTDCS: 0 }, gravestDiscipline: null },
    ]);
  });

  it('says nothing of years before the registers were complete', () => {
    expect(membersOfUnit('u', [aMember()], { ...VIEW, completeFrom: day('2024-01-02') })).toEqual([]);
  });

  it('counts ratings once everybody has one', () => {
    const all = [aMember(rated('good')), aMember(rated('excellent'))];
    expect(membersOfUnit('u', all, VIEW)[0]?.ratedAtLeast).toEqual({
      notCompleted: 2,
      completed: 2,
      good: 2,
      excellent: 1,
    });
    expect(membersOfUnit('u', [...all, aMember()], VIEW)[0]).not.toHaveProperty('ratedAtLeast');
  });

  it('names the gravest measure that was taken in the year', () => {
    const measure = (form: 'other' | 'reprimand' | 'warning', from: string) => ({
      disciplines: [{ id: form, form, from: day(from), until: null, liftedOn: null }],
    });
    const members = [
      aMember(measure('other', '2024-02-01')),
      aMember(measure('reprimand', '2024-03-01')),
      aMember(measure('warning', '2023-12-31')),
    ];
    expect(membersOfUnit('u', members, VIEW)).toMatchObject([{ year: 2024, gravestDiscipline: 'reprimand' }]);
  });
});
