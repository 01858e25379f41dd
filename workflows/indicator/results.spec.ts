import { decimal, type FractionText } from '../kernel';
import { allocationSums } from './allocation';
import { canBeReported, measureResult, type MeasureDirection, type MeasureRule } from './measure';
import { measureFaults } from './measure-faults';
import { percentResult, takesPercent } from './percent';
import { agrees, canBeStated, resultOverUnits, standingOf, weightReached } from './standing';
import { sumResult, type Contribution } from './sum';

const plan = (value: string, name = 'kế hoạch') => ({
  name,
  value: value.includes('/') ? (value as FractionText) : decimal(value),
  upTo: null,
});

const rule = (direction: MeasureDirection, value: string, more: Partial<MeasureRule> = {}): MeasureRule => ({
  unit: 'tỷ đồng',
  direction,
  plans: [plan(value)],
  baseline: null,
  change: null,
  outOf: null,
  ...more,
});

const gives = (value: string, more: Partial<Contribution> = {}): Contribution => ({
  value: decimal(value),
  basis: null,
  planName: null,
  ...more,
});

describe('changes in points and in per cent', () => {
  const hundred = { baseline: decimal('50') };
  it.each<[MeasureDirection, MeasureRule['change'], string, string, string]>([
    ['riseBy', 'points', '10', '59.999999', 'missed'],
    ['riseBy', 'points', '10', '60', 'reached'],
    ['riseBy', 'points', '10', '60.000001', 'exceeded'],
    ['riseBy', 'percent', '10', '54.999999', 'missed'],
    ['riseBy', 'percent', '10', '55', 'reached'],
    ['riseBy', 'percent', '10', '55.000001', 'exceeded'],
    ['fallBy', 'points', '10', '40.000001', 'missed'],
    ['fallBy', 'points', '10', '40', 'reached'],
    ['fallBy', 'points', '10', '39.999999', 'exceeded'],
    ['fallBy', 'percent', '10', '45.000001', 'missed'],
    ['fallBy', 'percent', '10', '45', 'reached'],
    ['fallBy', 'percent', '10', '44.999999', 'exceeded'],
    ['fallBy', 'share', '1/3', '33.333334', 'missed'],
    ['fallBy', 'share', '1/3', '33.333333', 'exceeded'],
    ['riseBy', 'share', '1/2', '75', 'reached'],
  ])('%s %s %s of 50 with %s is %s', (direction, change, planned, value, status) => {
    expect(measureResult(rule(direction, planned, { ...hundred, change }), decimal(value))).toEqual({
      status,
      percentOfPlan: null,
    });
  });
});

describe('places and counts', () => {
  it.each<[MeasureDirection, number, string, string, string | null]>([
    ['rank', 30, '2', '2', null],
    ['rank', 30, '1', '1', null],
    ['kOfN', 18, '18', '18', '100'],
    ['kOfN', 18, '18', '17', '94.44'],
  ])('%s of %i, %s planned, %s reported', (direction, outOf, planned, value, percentOfPlan) => {
    const measure = rule(direction, planned, { outOf });
    expect(canBeReported(measure, decimal(value))).toBe(true);
    expect(measureResult(measure, decimal(value)).percentOfPlan).toBe(percentOfPlan);
  });

  it.each<[string, Partial<MeasureRule>, MeasureDirection]>([
    ['weightNotPositive', { weight: decimal('0') }, 'atLeast'],
    ['weightNotPositive', { weight: decimal('-1') }, 'atLeast'],
    ['sumWithoutMeaning', { over: 'sum', outOf: 30 }, 'rank'],
    ['sumWithoutMeaning', { over: 'sum', change: 'percent' }, 'riseBy'],
  ])('finds %s', (fault, more, direction) => {
    expect(measureFaults(rule(direction, '1', more))).toEqual([fault]);
  });

  it('finds nothing wrong with a weight, a sum of levels and a day', () => {
    const change = { change: 'points', baseline: decimal('3') } as const;
    expect(measureFaults(rule('fallBy', '1', { ...change, over: 'sum', weight: decimal('2.5') }))).toEqual([]);
  });
});

describe(percentResult.name, () => {
  it.each<[MeasureDirection, string, string]>([
    ['atLeast', '99.999999', 'missed'],
    ['atLeast', '100', 'reached'],
    ['atLeast', '115', 'exceeded'],
    ['moreThan', '100', 'missed'],
    ['moreThan', '100.000001', 'reached'],
    ['exactly', '100', 'reached'],
    ['exactly', '101', 'missed'],
    ['maintain', '99', 'missed'],
    ['maintain', '120', 'reached'],
  ])('%s at %s%% of the plan is %s', (direction, percent, status) => {
    const measure = rule(direction, '1057.971');
    expect(percentResult(measure, decimal(percent), plan('1057.971'))).toEqual({ status, percentOfPlan: percent });
  });

  it('judges a share of the plan by what was pledged instead of the plan', () => {
    const measure = rule('atLeast', '200');
    const at = (pledged: string): string =>
      percentResult(measure, decimal('105'), plan('200'), decimal(pledged)).status;
    expect([at('209.99'), at('210'), at('210.01')]).toEqual(['exceeded', 'reached', 'missed']);
  });

  it.each<[MeasureDirection, string]>([
    ['atMost', '5'],
    ['lessThan', '5'],
    ['range', '5'],
    ['kOfN', '5'],
    ['rank', '5'],
    ['riseBy', '5'],
    ['fallBy', '1/3'],
    ['atLeast', '0'],
    ['atLeast', '1/3'],
  ])('is no result of %s %s', (direction, planned) => {
    const measure = rule(direction, planned);
    expect(takesPercent(measure)).toBe(false);
    expect(() => percentResult(measure, decimal('100'), plan(planned))).toThrow(RangeError);
  });
});

describe(allocationSums.name, () => {
  const projects = rule('atLeast', '59', { over: 'sum' });
  const values = (...texts: string[]) => texts.map(decimal);

  it('shows both numbers where what was assigned does not add up', () => {
    expect(allocationSums(projects, values('29', '26'))).toEqual([
      { planName: 'kế hoạch', planned: '59', allocated: '55', difference: '-4', addsUp: false },
    ]);
  });

  it('adds exactly, and up to every plan', () => {
    const several = { ...projects, plans: [plan('0.3', 'a'), plan('0.4', 'b')] };
    expect(allocationSums(several, values('0.1', '0.2')).map(({ addsUp }) => addsUp)).toEqual([true, false]);
  });

  it('says nothing of measures that each unit has for itself, nor of nothing', () => {
    expect(allocationSums(rule('atLeast', '59'), values('1'))).toEqual([]);
    expect(allocationSums(projects, [])).toEqual([]);
  });
});

describe('standing', () => {
  it('counts the exceeded among the reached', () => {
    expect(standingOf(['exceeded', 'reached', 'missed', 'notReported', 'exceeded'])).toEqual({
      ...{ of: 5, reached: 3, exceeded: 2, missed: 1, notReported: 1 },
    });
  });

  it('is one of all units: reached when each of them reached it', () => {
    expect(resultOverUnits(['reached', 'exceeded'])).toBe('reached');
    expect(resultOverUnits(['exceeded', 'missed', 'notReported'])).toBe('missed');
    expect(resultOverUnits([])).toBe('notReported');
  });

  it('takes a statement that can be, and compares it with the rows', () => {
    const stated = { of: 21, reached: 21, exceeded: 6 };
    expect(canBeStated(stated)).toBe(true);
    expect(canBeStated({ of: 21, reached: 22, exceeded: 6 })).toBe(false);
    expect(canBeStated({ of: 21, reached: 5, exceeded: 6 })).toBe(false);
    expect([agrees(stated, stated), agrees(stated, { ...stated, exceeded: 5 })]).toEqual([true, false]);
  });

  it('weighs what is weighed, exactly', () => {
    const weighed = [
      { weight: decimal('0.1'), status: 'reached' },
      { weight: decimal('0.2'), status: 'exceeded' },
      { weight: decimal('0.7'), status: 'missed' },
      { status: 'reached' },
    ] as const;
    expect(weightReached(weighed)).toEqual({ reached: '0.3', total: '1' });
    expect(weightReached([{ status: 'reached' }])).toBeNull();
  });
});

describe(sumResult.name, () => {
  const revenue = rule('atLeast', '100', { over: 'sum' });

  it('judges the sum of all units', () => {
    expect(sumResult(revenue, [gives('60'), gives('40')], 2)).toEqual({
      ...{ status: 'reached', sum: '100' },
      plans: [{ planName: 'kế hoạch', status: 'reached', percentOfPlan: '100' }],
    });
    expect(sumResult(revenue, [gives('60'), gives('39.9')], 2).status).toBe('missed');
  });

  it('can be enough before all units have reported, and is not missed before', () => {
    expect(sumResult(revenue, [gives('101')], 2).status).toBe('exceeded');
    expect(sumResult(revenue, [gives('60')], 2)).toMatchObject({ status: 'notReported', sum: '60' });
    expect(sumResult(rule('atMost', '5', { over: 'sum' }), [gives('1')], 2).status).toBe('notReported');
    expect(sumResult(revenue, [], 2)).toMatchObject({ status: 'notReported', sum: null });
  });

  it('must reach every plan that units name', () => {
    const plans = [plan('276.46', 'thành phố'), plan('370.67', 'quận')];
    const disbursed = { ...revenue, plans };
    const [city, district] = [gives('366.594', { planName: 'thành phố' }), gives('0', { planName: 'quận' })];
    expect(sumResult(disbursed, [city], 1)).toMatchObject({
      status: 'exceeded',
      plans: [
        { status: 'exceeded', percentOfPlan: '132.6' },
        { status: 'missed', percentOfPlan: '98.9' },
      ],
    });
    expect(sumResult(disbursed, [city, district], 2).status).toBe('missed');
  });

  it('adds no percentages, and takes that of a single unit as it is', () => {
    const share = gives('115', { basis: 'percentOfPlan' });
    expect(sumResult(revenue, [share], 1)).toMatchObject({ status: 'exceeded', sum: null });
    expect(sumResult(revenue, [share, gives('1')], 2)).toMatchObject({ status: 'notReported', sum: null });
  });
});
