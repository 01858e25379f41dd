import fc from 'fast-check';
import { compareDecimals, decimal, fractionText } from '../kernel';
import { differingCodes } from './differences';
import { entryFaults, isWithoutPlan, missingEntries } from './entry-faults';
import { scoreOf } from './score';
import { mayAppraiseScore, mayEnterScore, mayMarkScore, SCORE_STATES } from './score-state';
import { aBand, aCriterion, aSheet, entriesOf } from './testing/scoring-samples';

const sheet = aSheet(
  [
    aCriterion('I', { kind: 'group', maxPoints: decimal('30') }),
    aCriterion('I.1', { parentCode: 'I', weight: decimal('2') }),
    aCriterion('I.2', { parentCode: 'I', method: 'share', plan: decimal('3') }),
    aCriterion('II', { weight: decimal('0.5') }),
    aCriterion('B', { kind: 'bonus', maxPoints: decimal('5') }),
    aCriterion('P1', { kind: 'penalty', maxPoints: decimal('5') }),
    aCriterion('P2', { kind: 'penalty', maxPoints: decimal('5') }),
    aCriterion('G', { kind: 'gate', plan: decimal('1'), onFail: 'totalZero' }),
    aCriterion('H', { kind: 'gate', plan: decimal('1'), onFail: 'rankingBarred' }),
  ],
  { bonusCap: decimal('3'), penaltyCap: decimal('7') },
);
const full = { 'I.1': '8', 'I.2': '1', II: '9', G: '1', H: '1' };

describe(scoreOf.name, () => {
  it('adds weighted points up the groups and rounds the total alone', () => {
    const { total, points, failedGates, isBarred } = scoreOf(sheet, entriesOf(full));
    expect(fractionText(points.get('I')!)).toBe('58/3');
    expect(total).toBe('23.83');
    expect({ failedGates, isBarred }).toEqual({ failedGates: [], isBarred: false });
  });

  it.each([
    [{ B: '2' }, '25.83'],
    [{ B: '5' }, '26.83'],
    [{ P1: '5' }, '18.83'],
    [{ P1: '5', P2: '5' }, '16.83'],
    [{ B: '3', P1: '5', P2: '5' }, '19.83'],
  ])('counts bonuses and penalties %j up to their caps', (more, total) => {
    expect(scoreOf(sheet, entriesOf({ ...full, ...more })).total).toBe(total);
  });

  it('never falls below nothing', () => {
    expect(scoreOf(sheet, entriesOf({ G: '1', H: '1', P1: '5' })).total).toBe('0');
  });

  it('gives nothing, or no rank, where a gate is not passed', () => {
    expect(scoreOf(sheet, entriesOf({ ...full, G: '0' }))).toMatchObject({
      total: '0',
      failedGates: ['G'],
      isBarred: false,
    });
    expect(scoreOf(sheet, entriesOf({ ...full, H: '0' }))).toMatchObject({
      total: '23.83',
      failedGates: ['H'],
      isBarred: true,
    });
    expect(scoreOf(sheet, entriesOf({}))).toMatchObject({ failedGates: ['G', 'H'], isBarred: true });
  });

  it('never gives less for more points, nor more for more penalty', () => {
    const digit = fc.integer({ min: 0, max: 10 });
    fc.assert(
      fc.property(digit, digit, fc.constantFrom('I.1', 'I.2', 'II', 'B', 'P1'), (a, b, code) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map(
          (value) => scoreOf(sheet, entriesOf({ ...full, [code]: String(value) })).total,
        );
        expect(compareDecimals(low!, high!)).not.toBe(code === 'P1' ? -1 : 1);
      }),
    );
  });
});

describe(entryFaults.name, () => {
  const odd = aSheet([
    aCriterion('given'),
    aCriterion('count', { method: 'count', pointsEach: decimal('1') }),
    aCriterion('bands', { method: 'bands', bands: [aBand('[0, 100]', '10')] }),
    aCriterion('ofPledge', { method: 'share', measureCode: 'm' }),
    aCriterion('group', { kind: 'group' }),
  ]);

  it.each([
    ['given', '10', undefined],
    ['given', '10.000001', 'overMax'],
    ['given', '-0.5', 'negative'],
    ['count', '2', undefined],
    ['count', '2.5', 'notWhole'],
    ['bands', '100', undefined],
    ['bands', '101', 'outsideBands'],
    ['ofPledge', '1', 'noPlan'],
    ['group', '1', 'unknownCriterion'],
    ['nothing', '1', 'unknownCriterion'],
  ])('says of %s with %s: %s', (code, value, kind) => {
    expect(entryFaults(odd, entriesOf({ [code]: value }))).toEqual(kind ? [{ kind, code }] : []);
  });

  it('names what is missing; bonuses and penalties are not', () => {
    expect(missingEntries(sheet, entriesOf({ 'I.1': '1', G: '1' }))).toEqual(['I.2', 'II', 'H']);
  });

  it('misses nothing of a criterion whose plan the unit has not pledged: it brings no points and passes no gate', () => {
    expect(missingEntries(odd, entriesOf({}))).toContain('ofPledge');
    expect(missingEntries(odd, entriesOf({}), new Set(['ofPledge']))).not.toContain('ofPledge');
  });
});

describe(isWithoutPlan.name, () => {
  const share = aCriterion('c', { method: 'share', measureCode: 'm' });

  it.each([
    ['a share of what is not pledged', share, null, true],
    ['a share of nothing', share, '0', true],
    ['a share of what is pledged', share, '0.5', false],
    ['a share of the plan of the sheet', { ...share, measureCode: null, plan: decimal('2') }, null, false],
    ['a gate that is not pledged', aCriterion('g', { kind: 'gate', measureCode: 'm' }), null, true],
    ['bands, which need no plan', aCriterion('b', { method: 'bands', measureCode: 'm' }), null, false],
  ])('says of %s: %#', (_, criterion, plan, expected) => {
    expect(isWithoutPlan(criterion, plan === null ? null : decimal(plan))).toBe(expected);
  });
});

describe(differingCodes.name, () => {
  it('names what was changed, added or left out', () => {
    expect(differingCodes(entriesOf({ a: '1', b: '2', c: '3' }), entriesOf({ a: '1', b: '5', d: '1' }))).toEqual([
      'b',
      'c',
      'd',
    ]);
  });
});

describe('the states of a score', () => {
  it('say what may be done', () => {
    const may = SCORE_STATES.map((state) => [mayEnterScore(state), mayMarkScore(state), mayAppraiseScore(state)]);
    expect(may).toEqual([
      [true, false, false],
      [false, true, true],
      [false, false, true],
    ]);
  });
});
