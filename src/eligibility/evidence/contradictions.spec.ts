import { localDate } from '../../../workflows/kernel';
import type { Evidence } from '../../../workflows/rulebook';
import { contradictionsIn } from './contradictions';

const day = localDate;
const from = (id: string) => ({ source: { kind: 'file', id } as const });

const NOTHING: Evidence = {
  subject: { kind: 'person', id: 'mau' },
  isWoman: null,
  employedFrom: null,
  ratings: [],
  awards: [],
  initiatives: [],
  disciplines: [],
  freezes: [],
  services: [],
  members: [],
  leaderships: [],
  judgements: [],
  completeFrom: null,
};

const award = { tier: 'LDTT', decidedOn: day('2024-01-10'), commendation: null, achievementId: null };

describe(contradictionsIn.name, () => {
  it.each<[string, Partial<Evidence>, string, string]>([
    [
      'two ratings of a year that differ',
      {
        ratings: [
          { year: 2023, rating: 'good', ...from('ratings[0]') },
          { year: 2024, rating: 'good', ...from('ratings[1]') },
          { year: 2023, rating: 'excellent', ...from('ratings[2]') },
        ],
      },
      'TWO_RATINGS ratings 2',
      'Two ratings of 2023 differ (ratings[0], ratings[2]).',
    ],
    [
      'a discipline that ends before it begins',
      {
        disciplines: [
          { form: 'warning', from: day('2024-05-01'), until: day('2024-04-30'), ...from('disciplines[0]') },
        ],
      },
      'ENDS_BEFORE_IT_BEGINS disciplines 0',
      'Ends on 2024-04-30, before it begins on 2024-05-01 (disciplines[0]).',
    ],
    [
      'an achievement that ends before it begins',
      { awards: [{ ...award, achievedFrom: day('2024-01-01'), achievedTo: day('2023-12-31'), ...from('awards[0]') }] },
      'ENDS_BEFORE_IT_BEGINS awards 0',
      'Ends on 2023-12-31, before it begins on 2024-01-01 (awards[0]).',
    ],
    [
      'more holders than members',
      { members: [{ year: 2024, members: 10, holders: { LDTT: 11 }, ...from('members[0]') }] },
      'MORE_THAN_MEMBERS members 0',
      'In 2024 more are counted than the 10 members (members[0]).',
    ],
    [
      'two judgements of one condition',
      {
        judgements: [
          { condition: 'obeysTheLaw', finding: 'met', ...from('judgements[0]') },
          { condition: 'obeysTheLaw', finding: 'notMet', ...from('judgements[1]') },
        ],
      },
      'TWO_JUDGEMENTS judgements 1',
      'Two judgements of "obeysTheLaw" differ (judgements[0], judgements[1]).',
    ],
  ])('finds %s, and says where', (_, evidence, place, sentence) => {
    const found = contradictionsIn({ ...NOTHING, ...evidence });
    expect(found.map(({ code, path, message }) => [`${code} ${path.join(' ')}`, message.en])).toEqual([
      [place, sentence],
    ]);
  });

  it('finds nothing in what agrees: the same rating twice, one day of discipline, no end known', () => {
    const ratings = [0, 1].map((id) => ({ year: 2023, rating: 'good' as const, ...from(`ratings[${id}]`) }));
    const measure = { form: 'warning', from: day('2024-05-01'), ...from('disciplines[0]') };
    const disciplines = [
      { ...measure, until: day('2024-05-01') },
      { ...measure, until: null },
    ];
    const members = [{ year: 2024, members: 10, holders: { LDTT: 10 }, women: 10, ...from('members[0]') }];
    expect(contradictionsIn({ ...NOTHING, ratings, disciplines, members })).toEqual([]);
  });
});
