import fc from 'fast-check';
import { decimal, type Decimal, type FractionText } from '../kernel';
import {
  betterSide,
  canBeReported,
  indicatorResult,
  measureResult,
  planIsEnough,
  shareCounts,
  type MeasureDirection,
  type MeasurePlan,
  type MeasureRule,
} from './measure';
import { measureFaults } from './measure-faults';

const plan = (value: string, upTo: string | null = null, name = 'city plan'): MeasurePlan => ({
  name,
  value: value.includes('/') ? (value as FractionText) : decimal(value),
  upTo: upTo === null ? null : decimal(upTo),
});

const rule = (direction: MeasureDirection, value: string, others: Partial<MeasureRule> = {}): MeasureRule => ({
  unit: '%',
  direction,
  plans: [plan(value)],
  baseline: null,
  change: null,
  outOf: null,
  ...others,
});

const judged = (measure: MeasureRule, value: string, planName?: string) =>
  measureResult(measure, decimal(value), planName);

const statusOf = (measure: MeasureRule, value: string) => judged(measure, value).status;

describe('measureResult', () => {
  it.each<[MeasureDirection, string, string, string, string | null]>([
    ['atLeast', '94', '93.99', 'missed', '99.99'],
    ['atLeast', '94', '94', 'reached', '100'],
    ['atLeast', '94', '94.01', 'exceeded', '100.01'],
    ['moreThan', '100', '100', 'missed', '100'],
    ['moreThan', '100', '101', 'reached', '101'],
    ['moreThan', '100', '150', 'reached', '150'],
    ['atMost', '0.26', '0.27', 'missed', null],
    ['atMost', '0.26', '0.26', 'reached', null],
    ['atMost', '0.26', '0.25', 'exceeded', null],
    ['atMost', '0', '0', 'reached', null],
    ['lessThan', '5', '5', 'missed', null],
    ['lessThan', '5', '1', 'reached', null],
    ['exactly', '6', '6', 'reached', '100'],
    ['exactly', '6', '7', 'missed', '116.67'],
    ['exactly', '6', '5', 'missed', '83.33'],
    ['maintain', '100', '100', 'reached', '100'],
    ['maintain', '95', '97', 'reached', '102.11'],
    ['maintain', '100', '99.9', 'missed', '99.9'],
    ['kOfN', '6', '5', 'missed', '83.33'],
    ['kOfN', '6', '6', 'reached', '100'],
    ['kOfN', '6', '7', 'exceeded', '116.67'],
    ['rank', '2', '3', 'missed', null],
    ['rank', '2', '2', 'reached', null],
    ['rank', '2', '1', 'exceeded', null],
  ])('%s %s with %s is %s, in per cent of the plan %s', (direction, planned, value, status, percentOfPlan) => {
    expect(judged(rule(direction, planned), value)).toEqual({ status, percentOfPlan });
  });

  it('takes a range as reached from its lower end and exceeded only beyond its upper end', () => {
    const solved = rule('range', '80', { plans: [plan('80', '85')] });
    expect(['79.99', '80', '85', '85.01'].map((value) => statusOf(solved, value))).toEqual([
      'missed',
      'reached',
      'reached',
      'exceeded',
    ]);
    expect(judged(solved, '82').percentOfPlan).toBeNull();
  });

  it('reaches an unrounded half per cent more exactly, not approximately', () => {
    const members = rule('riseBy', '0.5', { baseline: decimal('199.999999'), change: 'percent' });
    expect(statusOf(members, '200.999998')).toBe('missed');
    expect(statusOf(members, '200.999999')).toBe('exceeded');
  });

  it('takes a rise of 1-2% as reached from 1% and exceeded beyond 2%', () => {
    const members = rule('riseBy', '1', { plans: [plan('1', '2')], baseline: decimal('200'), change: 'percent' });
    expect(['201', '202', '204', '205'].map((value) => statusOf(members, value))).toEqual([
      'missed',
      'reached',
      'reached',
      'exceeded',
    ]);
  });

  it('falls by an exact third, which no decimal can write', () => {
    const poorHouseholds = rule('fallBy', '1/3', { baseline: decimal('100'), change: 'share' });
    expect(statusOf(poorHouseholds, '67')).toBe('missed');
    expect(statusOf(poorHouseholds, '66.666667')).toBe('missed');
    expect(statusOf(poorHouseholds, '66.666666')).toBe('exceeded');
    expect(statusOf(rule('fallBy', '1/3', { baseline: decimal('99'), change: 'share' }), '66')).toBe('reached');
  });

  it('falls by points of the unit', () => {
    const share = rule('fallBy', '0.5', { baseline: decimal('3.1'), change: 'points' });
    expect(['2.7', '2.6', '2.5'].map((value) => statusOf(share, value))).toEqual(['missed', 'reached', 'exceeded']);
  });

  it('judges a change that is known only as such, without a baseline', () => {
    const offences = rule('fallBy', '0.5', { change: 'percent' });
    expect(['0.4', '0.5', '0.6'].map((value) => statusOf(offences, value))).toEqual(['missed', 'reached', 'exceeded']);
    expect(statusOf(rule('riseBy', '17', { change: 'percent' }), '17')).toBe('reached');
  });

  it('shows no percentage of a plan of nothing', () => {
    expect(judged(rule('atLeast', '0'), '5')).toEqual({ status: 'exceeded', percentOfPlan: null });
  });

  it('says that a value which nobody reported is not reported', () => {
    expect(measureResult(rule('atLeast', '94'), null)).toEqual({ status: 'notReported', percentOfPlan: null });
  });

  it('never gives a better value a worse result', () => {
    const value = fc
      .integer({ min: 0, max: 2_000 })
      .map((cents) => decimal(`${Math.floor(cents / 100)}.${cents % 100}`));
    const order = ['missed', 'reached', 'exceeded'];
    fc.assert(
      fc.property(
        fc.constantFrom<MeasureDirection>('atLeast', 'moreThan', 'maintain'),
        value,
        value,
        value,
        (direction, p, a, b) => {
          const [low, high] = Number(a) < Number(b) ? [a, b] : [b, a];
          const rank = (reported: Decimal) => order.indexOf(measureResult(rule(direction, p), reported).status);
          expect(rank(low)).toBeLessThanOrEqual(rank(high));
        },
      ),
    );
  });
});

describe('several plans for one measure', () => {
  // The value is printed, and 132.6% and 98.9% of it; the plans are not printed and are worked back from these.
  const disbursed = rule('atLeast', '0', {
    unit: 'tỷ đồng',
    plans: [plan('276.46', null, 'city plan'), plan('370.67', null, 'council plan')],
  });

  it('exceeds one plan and misses the other with one value', () => {
    expect(judged(disbursed, '366.594', 'city plan')).toEqual({ status: 'exceeded', percentOfPlan: '132.6' });
    expect(judged(disbursed, '366.594', 'council plan')).toEqual({ status: 'missed', percentOfPlan: '98.9' });
  });

  it('refuses a claim that does not say which plan it means', () => {
    expect(() => judged(disbursed, '366.594')).toThrow('Say which plan is meant: "city plan", "council plan"');
    expect(() => judged(disbursed, '366.594', 'ward plan')).toThrow(RangeError);
    expect(() => measureResult(disbursed, null)).toThrow(RangeError);
  });

  it('reads 1,216.667 as 115% of a plan of 1,057.971', () => {
    expect(judged(rule('atLeast', '1057.971'), '1216.667').percentOfPlan).toBe('115');
  });
});

describe('indicatorResult', () => {
  it('is reached only when all measures are', () => {
    expect(indicatorResult(['reached', 'exceeded'])).toBe('reached');
    expect(indicatorResult(['exceeded', 'exceeded'])).toBe('exceeded');
    expect(indicatorResult(['exceeded', 'notReported'])).toBe('notReported');
    expect(indicatorResult(['notReported', 'missed', 'exceeded'])).toBe('missed');
    expect(() => indicatorResult([])).toThrow(RangeError);
  });
});

describe('betterSide', () => {
  it('tells on which side of the assigned value a pledge falls short', () => {
    expect([betterSide('atLeast'), betterSide('atMost'), betterSide('exactly')]).toEqual([
      'higherIsBetter',
      'lowerIsBetter',
      'none',
    ]);
  });

  it('takes a greater fall as the better pledge', () => {
    expect(betterSide('fallBy')).toBe('higherIsBetter');
  });
});

describe(shareCounts.name, () => {
  it.each<[Partial<MeasureRule>, boolean, boolean]>([
    [{ direction: 'atLeast' }, true, true],
    [{ direction: 'maintain' }, true, true],
    [{ direction: 'kOfN', outOf: 15 }, true, true],
    [{ direction: 'moreThan' }, true, false],
    [{ direction: 'riseBy', change: 'percent' }, true, true],
    [{ direction: 'riseBy', change: 'percent', baseline: decimal('10') }, false, false],
    [{ direction: 'fallBy', change: 'percent' }, true, true],
    [{ direction: 'fallBy', change: 'points', baseline: decimal('10') }, false, false],
    [{ direction: 'atMost' }, false, false],
    [{ direction: 'lessThan' }, false, false],
    [{ direction: 'exactly' }, false, false],
    [{ direction: 'rank' }, false, false],
    [{ direction: 'range' }, true, true],
  ])('says of %j whether a share of the plan counts, and whether the plan itself is enough', (more, counts, enough) => {
    const measure = { ...rule('atLeast', '10'), ...more };
    expect([shareCounts(measure), planIsEnough(measure)]).toEqual([counts, enough]);
  });
});

describe('canBeReported', () => {
  it('takes whole counts from 0 to n and places from 1 to their number', () => {
    const can = (direction: MeasureDirection, outOf: number | null, value: string) =>
      canBeReported(rule(direction, '6', { outOf }), decimal(value));
    expect([can('kOfN', 15, '0'), can('kOfN', 15, '15'), can('kOfN', 15, '16')]).toEqual([true, true, false]);
    expect([can('kOfN', 15, '1.5'), can('kOfN', 15, '-1')]).toEqual([false, false]);
    expect([can('rank', 30, '0'), can('rank', 30, '1'), can('rank', null, '31')]).toEqual([false, true, true]);
    expect(can('atLeast', null, '-1.5')).toBe(true);
  });
});

describe('measureFaults', () => {
  const tenth = decimal('10');

  it('finds none in a rule whose parts fit together', () => {
    expect(measureFaults(rule('atLeast', '10'))).toEqual([]);
    expect(measureFaults(rule('range', '80', { plans: [plan('80', '85')] }))).toEqual([]);
    expect(measureFaults(rule('riseBy', '1', { plans: [plan('1', '2')], change: 'percent', baseline: tenth }))).toEqual(
      [],
    );
    expect(measureFaults(rule('kOfN', '6', { outOf: 15 }))).toEqual([]);
    expect(measureFaults(rule('rank', '2'))).toEqual([]);
  });

  it.each<[string, MeasureRule]>([
    ['noPlan', rule('atLeast', '1', { plans: [] })],
    ['valueUnreadable', rule('atLeast', '1', { plans: [{ name: 'kế hoạch', value: 'nhiều' as Decimal, upTo: null }] })],
    ['valueUnreadable', rule('atLeast', '1', { plans: [{ name: 'kế hoạch', value: '1/0', upTo: null }] })],
    ['planNameRepeated', rule('atLeast', '1', { plans: [plan('1'), plan('2')] })],
    ['upperEndMissing', rule('range', '80')],
    ['upperEndNotAbove', rule('range', '80', { plans: [plan('80', '80')] })],
    ['upperEndWithoutMeaning', rule('atLeast', '80', { plans: [plan('80', '85')] })],
    ['changeMissing', rule('riseBy', '1')],
    ['changeWithoutMeaning', rule('atLeast', '1', { baseline: tenth })],
    ['baselineNotPositive', rule('fallBy', '1', { change: 'percent', baseline: decimal('0') })],
    ['outOfMissing', rule('kOfN', '6')],
    ['planBeyondOutOf', rule('kOfN', '16', { outOf: 15 })],
  ])('finds %s', (fault, measure) => {
    expect(measureFaults(measure)).toEqual([fault]);
  });
});
