import { decimal } from '../../workflows/kernel';
import type { MeasureDirection, MeasureRule } from '../../workflows/indicator';
import { achievementOf, type JudgedMeasure } from './achievement';

const NONE = { reached: 0, exceeded: 0, missed: 0, unreported: 0 };

const NO_SHARE = { basis: null, planName: null, planRevision: 1 };

const measure = (direction: MeasureDirection, more: Partial<MeasureRule> = {}, isMandatory = true): JudgedMeasure => ({
  code: 'm',
  isMandatory,
  rule: {
    unit: '%',
    direction,
    plans: [{ name: 'Kế hoạch quận', value: decimal('80'), upTo: null }],
    baseline: null,
    change: null,
    outOf: null,
    ...more,
  },
});

const achieved = (measures: readonly JudgedMeasure[], pledged: string, verified: string | null) =>
  achievementOf(
    measures,
    { m: { value: decimal(pledged), reason: null } },
    {
      verified: new Map(verified === null ? [] : [['m', { ...NO_SHARE, verified: decimal(verified) }]]),
      claimedUnder: new Map(),
    },
  );

describe(achievementOf.name, () => {
  it.each([
    ['atLeast', '90', '90', 'reached'],
    ['atLeast', '90', '90.1', 'exceeded'],
    ['atLeast', '90', '85', 'missed'],
    ['atMost', '70', '75', 'missed'],
    ['atMost', '70', '69', 'exceeded'],
    ['rank', '2', '1', 'exceeded'],
    ['exactly', '100', '100.0', 'reached'],
  ] as const)('judges %s by the pledged %s: %s is %s', (direction, pledged, verified, status) => {
    expect(achieved([measure(direction)], pledged, verified)).toEqual({ ...NONE, [status]: 1 });
  });

  it.each([
    ['82', '84', 'reached'],
    ['82', '85.1', 'exceeded'],
    ['82', '81', 'missed'],
    ['90', '90', 'reached'],
    ['90', '90.1', 'exceeded'],
  ] as const)(
    'keeps the upper end of a range that the pledge lies in: of %s, %s is %s',
    (pledged, verified, status) => {
      const plans = [{ name: 'Kế hoạch quận', value: decimal('80'), upTo: decimal('85') }];
      expect(achieved([measure('range', { plans })], pledged, verified)).toEqual({ ...NONE, [status]: 1 });
    },
  );

  it('measures a pledged rise from the baseline of the measure', () => {
    const rise = measure('riseBy', { change: 'percent', baseline: decimal('200') });
    expect(achieved([rise], '10', '220')).toEqual({ ...NONE, reached: 1 });
    expect(achieved([rise], '10', '219')).toEqual({ ...NONE, missed: 1 });
  });

  it('counts a mandatory measure without a verified value as not reported', () => {
    expect(achieved([measure('atLeast')], '80', null)).toEqual({ ...NONE, unreported: 1 });
  });

  it('leaves measures out that are not mandatory', () => {
    expect(achieved([measure('atLeast', {}, false)], '80', '10')).toEqual(NONE);
  });
});
