import fc from 'fast-check';
import { decimal } from '../kernel';
import { rankingOf, type Contender } from './ranking';
import { scoreOf } from './score';
import type { TieBreak } from './scoring.types';
import { aCriterion, aSheet, entriesOf } from './testing/scoring-samples';

const sheet = aSheet([
  aCriterion('1'),
  aCriterion('2'),
  aCriterion('P', { kind: 'penalty', maxPoints: decimal('5') }),
  aCriterion('G', { kind: 'gate', plan: decimal('1'), onFail: 'rankingBarred' }),
]);

const unit = (
  unitId: string,
  values: Readonly<Record<string, string>>,
  women: Contender['women'] = null,
): Contender => ({
  unitId,
  score: scoreOf(sheet, entriesOf({ G: '1', ...values })),
  women,
});
const FIRST: TieBreak = { by: 'criterion', code: '1' };
const FEWER: TieBreak = { by: 'fewerPenalties', code: null };
const WOMEN: TieBreak = { by: 'womenCollective', code: null };
const BALLOT: TieBreak = { by: 'ballot', code: null };
const ranks = (...given: Parameters<typeof rankingOf>): readonly string[] =>
  rankingOf(...given).rows.map(({ unitId, rank, decidedBy }) =>
    `${rank ?? '-'} ${unitId} ${decidedBy?.by ?? ''}`.trim(),
  );

describe(rankingOf.name, () => {
  it('ranks by total, shares equal ranks and names the ties', () => {
    const units = [unit('a', { '1': '5' }), unit('b', { '1': '9' }), unit('c', { '2': '5' }), unit('d', { '1': '1' })];
    expect(ranks(units, [])).toEqual(['1 b', '2 a', '2 c', '4 d']);
    expect(rankingOf(units, []).ties).toEqual([{ rank: 2, unitIds: ['a', 'c'], needsBallot: false }]);
  });

  it('lists who is barred without a rank, and lets nobody lose a place by it', () => {
    expect(ranks([unit('a', { '1': '9', G: '0' }), unit('b', { '1': '5' })], [])).toEqual(['1 b', '- a']);
  });

  it('goes along the chain, each link only among those that are still equal', () => {
    const [a, b] = [unit('a', { '1': '4', '2': '6' }), unit('b', { '1': '6', '2': '4' })];
    const c = unit('c', { '1': '6', '2': '9', P: '5' });
    expect(ranks([a, b, c], [FIRST, FEWER])).toEqual(['1 b fewerPenalties', '2 c fewerPenalties', '3 a criterion']);
    expect(ranks([a, b, c], [FEWER])).toEqual(['1 a fewerPenalties', '1 b fewerPenalties', '3 c fewerPenalties']);
  });

  it.each([
    [{ count: 7, of: 10 }, { count: 6, of: 10 }, ['1 b womenCollective', '2 a womenCollective']],
    [{ count: 7, of: 10 }, { count: 10, of: 10 }, ['1 a', '1 b']],
    [{ count: 69, of: 100 }, { count: 0, of: 10 }, ['1 a', '1 b']],
    [{ count: 7, of: 10 }, null, ['1 a', '1 b']],
  ])('puts a collective of at least 70%% women first where both are known: %j, %j', (b, a, expected) => {
    const units = [unit('a', { '1': '5' }, a), unit('b', { '1': '5' }, b)];
    expect(ranks(units, [WOMEN], { womenShare: '7/10' })).toEqual(expected);
    // Rules without such a row, as R1 and R2, put nobody first.
    expect(ranks(units, [WOMEN])).toEqual(['1 a', '1 b']);
  });

  describe('where the ballot is the last link', () => {
    const units = [unit('a', { '1': '5' }), unit('b', { '1': '5' }), unit('c', { '1': '5' }), unit('d', { '1': '9' })];

    it('says who needs it', () => {
      expect(rankingOf(units, [BALLOT]).ties).toEqual([{ rank: 2, unitIds: ['a', 'b', 'c'], needsBallot: true }]);
    });

    it('takes the ballot about exactly these, by votes', () => {
      const chain = [BALLOT];
      expect(ranks(units, chain, { ballots: [{ a: 1, b: 3, c: 2 }] })).toEqual([
        '1 d',
        '2 b ballot',
        '3 c ballot',
        '4 a ballot',
      ]);
      expect(rankingOf(units, chain, { ballots: [{ a: 1, b: 3 }] }).ties).toHaveLength(1);
      expect(rankingOf(units, chain, { ballots: [{ a: 1, b: 3, c: 2, d: 0 }] }).ties).toHaveLength(1);
    });

    it('still needs a ballot where the votes are equal', () => {
      expect(rankingOf(units, [BALLOT], { ballots: [{ a: 2, b: 2, c: 1 }] })).toMatchObject({
        rows: [{ unitId: 'd' }, { unitId: 'a', rank: 2 }, { unitId: 'b', rank: 2 }, { unitId: 'c', rank: 4 }],
        ties: [{ rank: 2, unitIds: ['a', 'b'], needsBallot: true }],
      });
    });

    it('takes a second ballot among those whom the first one left equal', () => {
      expect(
        ranks(units, [BALLOT], {
          ballots: [
            { a: 2, b: 2, c: 1 },
            { a: 1, b: 4 },
          ],
        }).slice(1),
      ).toEqual(['2 b ballot', '3 a ballot', '4 c ballot']);
    });
  });

  it('takes a ballot that is held again about the same units where the first one left all of them equal', () => {
    const units = [unit('a', { '1': '5' }), unit('b', { '1': '5' })];
    const [level, again, later] = [
      { a: 2, b: 2 },
      { a: 1, b: 3 },
      { a: 4, b: 0 },
    ];
    expect(ranks(units, [BALLOT], { ballots: [level, again] })).toEqual(['1 b ballot', '2 a ballot']);
    expect(ranks(units, [BALLOT], { ballots: [again, later] })).toEqual(['1 b ballot', '2 a ballot']);
    expect(rankingOf(units, [BALLOT], { ballots: [level] }).ties).toHaveLength(1);
  });

  it('does not depend on the order in which units come, and ranks each once', () => {
    const some = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(some, fc.constantFrom([], [FIRST], [FEWER, FIRST]), (points, chain) => {
        const units = points.map((value, index) => unit(`u${index}`, { '1': String(value), '2': String(3 - value) }));
        const ranking = rankingOf(units, chain);
        expect(rankingOf([...units].reverse(), chain)).toEqual(ranking);
        expect(ranking.rows.map(({ unitId }) => unitId).sort()).toEqual(units.map(({ unitId }) => unitId).sort());
      }),
    );
  });
});
