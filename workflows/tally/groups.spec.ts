import { dong, localDate } from '../kernel';
import type { ClusterMembership } from './clusters';
import { foldGroups, sortedGroups } from './groups';
import type { TallyAxis, TallyBreakdown, TallyDimension, TallyRow } from './tally.types';

let count = 0;
const aCase = (changes: Partial<TallyRow> = {}): TallyRow => ({
  caseId: `case-${(count += 1)}`,
  tier: 'GK',
  family: 'state',
  subjectKind: 'person',
  subjectId: 's1',
  unitId: 'w1',
  unitPath: '/d/w1/',
  achievedYear: 2023,
  eligible: true,
  inReview: true,
  recommended: true,
  sentUp: false,
  grantedAbove: false,
  decidedYear: 2024,
  presentedYear: null,
  paid: false,
  revoked: false,
  amount: dong('0'),
  gender: 'female',
  directWorker: true,
  leader: false,
  leaderLevel: 'none',
  ...changes,
});

const ROWS = [
  aCase(),
  aCase({ tier: 'BK_TINH' }),
  aCase({ subjectId: 's2', gender: 'male', directWorker: false, leader: true, unitId: 'd', unitPath: '/d/' }),
  aCase({ subjectId: 's3', gender: null, directWorker: null, leader: null, subjectKind: 'collective' }),
  aCase({ subjectId: 's4', family: 'party', tier: 'GK_DANG' }),
  aCase({ subjectId: 's5', decidedYear: null }),
];

const decided = (breakdown: Partial<TallyBreakdown>): object =>
  Object.fromEntries(
    foldGroups(ROWS, { axis: 'decision', by: [], ...breakdown }).state.map(({ keys, counts }) => [
      JSON.stringify(keys),
      [counts.decided.awards, counts.decided.heads],
    ]),
  );

describe('foldGroups', () => {
  it('counts everything on the axis as one group when it is not broken down', () => {
    expect(decided({})).toEqual({ '[]': [4, 3] });
  });

  it('counts a head once in each group, however many awards', () => {
    expect(decided({ by: ['gender'] })).toEqual({ '[null]': [1, 1], '["female"]': [2, 1], '["male"]': [1, 1] });
    expect(decided({ by: ['gender', 'tier'], filter: { gender: 'female' } })).toEqual({
      '["female","BK_TINH"]': [1, 1],
      '["female","GK"]': [1, 1],
    });
  });

  it.each([
    ['a year', { year: 2023 }, {}],
    ['a unit with all below it', { unitPath: '/d/w1/' }, { '[]': [3, 2] }],
    ['a unit above', { unitPath: '/d/' }, { '[]': [4, 3] }],
    ['leaders', { leader: true }, { '[]': [1, 1] }],
    ['others than leaders, where it is known', { leader: false }, { '[]': [2, 1] }],
    ['direct workers', { directWorker: true }, { '[]': [2, 1] }],
    ['a kind of subject', { subjectKind: 'collective' as const }, { '[]': [1, 1] }],
    ['the other family', { family: 'party' as const }, {}],
  ])('narrows to %s', (_, filter, expected) => {
    expect(decided({ filter })).toEqual(expected);
  });

  describe('by the clusters of the units that nominate', () => {
    const member = (clusterId: string, unitId: string, year: number): ClusterMembership => ({
      ...{
        clusterId,
        unitId,
        validTo: null,
        validFrom: localDate(`${year}-01-01`),
        endsOn: localDate(`${year}-12-31`),
      },
    });
    const MEMBERS = [member('a', 'w1', 2024), member('b', 'w1', 2023), member('c', 'd', 2023)];
    const byCluster = (axis: TallyAxis, more: Partial<TallyBreakdown> = {}): object =>
      Object.fromEntries(
        foldGroups(ROWS, { axis, by: ['cluster'], ...more }, MEMBERS).state.map(({ keys, counts }) => [
          String(keys[0]),
          [counts.decided.awards, counts.decided.heads],
        ]),
      );

    it('counts in the cluster of the year on the axis', () => {
      expect(byCluster('decision')).toEqual({ null: [1, 1], a: [3, 2] });
      expect(byCluster('achievement')).toEqual({ b: [3, 2], c: [1, 1] });
    });

    it('narrows to one cluster, or to what is in none', () => {
      expect(byCluster('decision', { by: [], filter: { clusterId: 'a' } })).toEqual({ undefined: [3, 2] });
      expect(byCluster('decision', { filter: { clusterId: null } })).toEqual({ null: [1, 1] });
      expect(byCluster('decision', { filter: { clusterId: 'b' } })).toEqual({});
    });

    it('counts in both of two clusters, and once where nobody asks for clusters', () => {
      const both = [...MEMBERS, member('z', 'w1', 2024)];
      const of = (by: readonly TallyDimension[]): readonly number[] =>
        foldGroups(ROWS, { axis: 'decision', by }, both).state.map(({ counts }) => counts.decided.awards);
      expect(of(['cluster'])).toEqual([1, 3, 3]);
      expect(of([])).toEqual([4]);
    });
  });

  it('tells leaders apart by their level', () => {
    const leaders = [
      aCase({ leader: true, leaderLevel: 'commune' }),
      aCase({ leader: true, leaderLevel: 'unstated', subjectId: 's2' }),
      aCase({ subjectId: 's3' }),
    ];
    const { state } = foldGroups(leaders, { axis: 'decision', by: ['leaderLevel'] });
    expect(state.map(({ keys }) => keys)).toEqual([['commune'], ['none'], ['unstated']]);
  });

  it('never adds a Party award to the State ones', () => {
    const { party } = foldGroups(ROWS, { axis: 'decision', by: ['tier'] });
    expect(party.map(({ keys }) => keys)).toEqual([['GK_DANG']]);
  });
});

describe('sortedGroups', () => {
  it('puts what is not known first, numbers as numbers, and looks at the next key among equals', () => {
    const { counts } = foldGroups([aCase()], { axis: 'achievement', by: [] }).state[0] ?? {};
    const sorted = [
      [2024, 'a'],
      [900, null],
      [900, 'b'],
      [null, 'z'],
    ].map((keys) => ({ keys, counts: counts as never }));
    expect(sortedGroups(sorted).map(({ keys }) => keys)).toEqual([
      [null, 'z'],
      [900, null],
      [900, 'b'],
      [2024, 'a'],
    ]);
  });
});
