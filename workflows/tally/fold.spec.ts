import fc from 'fast-check';
import { dong } from '../kernel';
import { foldTally } from './fold';
import { stagesOf } from './stages';
import { TALLY_STAGES, type FamilyTally, type TallyRow, type TallyStage, type TallySubjectKind } from './tally.types';

const aCase = (changes: Partial<TallyRow> = {}): TallyRow => ({
  caseId: 'case-1',
  tier: 'GK',
  family: 'state',
  subjectKind: 'collective',
  subjectId: 'unit-1',
  unitId: 'unit-1',
  unitPath: '/unit-1/',
  achievedYear: 2023,
  eligible: true,
  inReview: false,
  recommended: true,
  sentUp: false,
  grantedAbove: false,
  decidedYear: 2023,
  presentedYear: 2024,
  paid: false,
  revoked: false,
  amount: dong('0'),
  gender: null,
  directWorker: null,
  leader: null,
  leaderLevel: null,
  ...changes,
});

const cases = (count: number, changes: Partial<TallyRow>): TallyRow[] =>
  Array.from({ length: count }, (_, index) => {
    const name = `${changes.tier}-${changes.subjectKind}-${index}`;
    return aCase({ caseId: name, subjectId: name, ...changes });
  });

const counted = ({ lines }: FamilyTally, stage: TallyStage) =>
  Object.fromEntries(
    lines.map(({ year, tier, subjectKind, counts }) => [`${year} ${tier} ${subjectKind}`, counts[stage].awards]),
  );

const totalled = ({ totals }: FamilyTally, stage: TallyStage) =>
  Object.fromEntries(totals.map(({ year, subjectKind, counts }) => [`${year} ${subjectKind}`, counts[stage]]));

describe('foldTally', () => {
  describe('over the commendations of Lê Chân for 2023', () => {
    // Counts as printed. Names and the year of decision are not printed: every subject is synthetic, one award each.
    const rows = [
      ...cases(1, { tier: 'BK_TTG', subjectKind: 'collective' }),
      ...cases(4, { tier: 'CO_TINH', subjectKind: 'collective' }),
      ...cases(10, { tier: 'TTLDXS', subjectKind: 'collective' }),
      ...cases(13, { tier: 'BK_TINH', subjectKind: 'collective' }),
      ...cases(13, { tier: 'BK_TINH', subjectKind: 'person' }),
      ...cases(52, { tier: 'GK', subjectKind: 'collective' }),
      ...cases(85, { tier: 'GK', subjectKind: 'person' }),
      ...cases(13, { tier: 'GK_DANG', family: 'party', subjectKind: 'collective' }),
      ...cases(70, { tier: 'GK_DANG', family: 'party', subjectKind: 'person' }),
    ];

    it('counts 80 collectives and 98 persons, the Party family apart', () => {
      const { state, party } = foldTally(rows, 'achievement');
      expect(totalled(state, 'decided')).toEqual({
        '2023 collective': { awards: 80, heads: 80, money: '0' },
        '2023 person': { awards: 98, heads: 98, money: '0' },
      });
      expect(totalled(party, 'decided')).toEqual({
        '2023 collective': { awards: 13, heads: 13, money: '0' },
        '2023 person': { awards: 70, heads: 70, money: '0' },
      });
    });

    it('keeps the tiers apart', () => {
      expect(counted(foldTally(rows, 'achievement').state, 'presented')).toEqual({
        '2023 BK_TINH collective': 13,
        '2023 BK_TINH person': 13,
        '2023 BK_TTG collective': 1,
        '2023 CO_TINH collective': 4,
        '2023 GK collective': 52,
        '2023 GK person': 85,
        '2023 TTLDXS collective': 10,
      });
    });

    it('puts the same awards under 2024 on the axis of presentation', () => {
      const years = foldTally(rows, 'presentation').state.totals.map(({ year }) => year);
      expect(years).toEqual([2024, 2024]);
    });

    it('counts a collective that stands in two lists as two awards and one head', () => {
      const overlapping = rows.map((row) =>
        row.caseId === 'BK_TTG-collective-0' ? { ...row, subjectId: 'GK-collective-0' } : row,
      );
      expect(totalled(foldTally(overlapping, 'achievement').state, 'decided')['2023 collective']).toEqual({
        awards: 80,
        heads: 79,
        money: '0',
      });
    });
  });

  it('leaves a case out of an axis on which it has no year yet', () => {
    const proposed = aCase({ recommended: false, decidedYear: null, presentedYear: null });
    expect(foldTally([proposed], 'achievement').state.lines[0]?.counts).toMatchObject({
      proposed: { awards: 1 },
      decided: { awards: 0, heads: 0, money: '0' },
    });
    expect(foldTally([proposed], 'decision').state).toEqual({ lines: [], totals: [] });
    expect(foldTally([proposed], 'presentation').state).toEqual({ lines: [], totals: [] });
  });

  it('sums money exactly and only of what stands', () => {
    const rows = [
      aCase({ caseId: 'a', subjectId: 'a', amount: dong('1410000'), paid: true }),
      aCase({ caseId: 'b', subjectId: 'b', amount: dong('710000') }),
      aCase({ caseId: 'c', subjectId: 'c', amount: dong('710000'), paid: true, revoked: true }),
    ];
    const counts = foldTally(rows, 'decision').state.lines[0]?.counts;
    expect(counts?.decided).toEqual({ awards: 2, heads: 2, money: '2120000' });
    expect(counts?.paid).toEqual({ awards: 1, heads: 1, money: '1410000' });
    expect(counts?.revoked).toEqual({ awards: 1, heads: 1, money: '710000' });
    expect(counts?.proposed.awards).toBe(3);
  });

  it('answers the same whatever the order of the rows', () => {
    const row = fc.record({
      tier: fc.constantFrom('BK_TINH', 'GK', 'LDTT'),
      family: fc.constantFrom('state' as const, 'party' as const),
      subjectKind: fc.constantFrom<TallySubjectKind>('person', 'collective', 'household'),
      subjectId: fc.constantFrom('s1', 's2', 's3'),
      decidedYear: fc.constantFrom(null, 2023, 2024),
      revoked: fc.boolean(),
      amount: fc.nat(10_000_000).map((amount) => dong(String(amount))),
    });
    fc.assert(
      fc.property(fc.array(row.map(aCase), { maxLength: 30 }), fc.infiniteStream(fc.nat(1_000)), (rows, keys) => {
        const shuffled = rows
          .map((each) => ({ each, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ each }) => each);
        expect(foldTally(shuffled, 'achievement')).toEqual(foldTally(rows, 'achievement'));
      }),
    );
  });
});

describe('stagesOf', () => {
  it('keeps presented and paid apart', () => {
    expect(stagesOf(aCase({ presentedYear: null, paid: true }))).toEqual([
      'proposed',
      'eligible',
      'recommended',
      'decided',
      'paid',
    ]);
    const all = { inReview: true, sentUp: true, grantedAbove: true, paid: true };
    expect(stagesOf(aCase(all))).toEqual(TALLY_STAGES.filter((stage) => stage !== 'revoked'));
  });

  it('counts of a revoked award the way that it went, and nothing that would stand', () => {
    const way = { eligible: false, recommended: false, sentUp: true, grantedAbove: true };
    expect(stagesOf(aCase({ ...way, paid: true, revoked: true }))).toEqual(['proposed', 'sentUp', 'revoked']);
  });
});
