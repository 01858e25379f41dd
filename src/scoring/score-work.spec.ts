import { decimal, type Decimal } from '../../workflows/kernel';
import type { Criterion } from '../../workflows/scoring';
import type { MeasuredValue } from '../pledges';
import type { StoredEntry } from './score';
import { expectedValue, plansMissing } from './score-work';

const plain: Criterion = {
  ...{ code: 'c', name: 'Thu ngân sách', parentCode: null, kind: 'score', method: 'share', weight: decimal('1') },
  ...{
    maxPoints: decimal('10'),
    plan: null,
    measureCode: 'm',
    pointsEach: null,
    bands: [],
    onFail: null,
    roundTo: null,
  },
};

const measured = (more: Partial<MeasuredValue> = {}): ReadonlyMap<string, MeasuredValue> =>
  new Map([['m', { unitId: 'u', measureCode: 'm', pledged: '80', verified: '60', isShare: false, ...more }]]);

const own = (value: string): StoredEntry => ({
  ...{ scoreId: 's', scorerId: 'u', criterionCode: 'c', value: decimal(value), plan: null, reason: null },
  source: 'self',
});

const expected = (criterion: Criterion, of: ReadonlyMap<string, MeasuredValue>): Decimal | undefined =>
  expectedValue(criterion, { measured: of, stored: [own('75')] });

describe(expectedValue.name, () => {
  it('is what was verified, else what the unit entered', () => {
    expect(expected(plain, measured())).toBe('60');
    expect(expected(plain, measured({ verified: null }))).toBe('75');
    expect(expected({ ...plain, measureCode: null }, measured())).toBe('75');
    expect(expectedValue(plain, { measured: new Map(), stored: [] })).toBeUndefined();
  });

  it('is no percentage of the plan where points are for the value itself', () => {
    const share = measured({ pledged: '100', verified: '115', isShare: true });
    expect(expected(plain, share)).toBe('115');
    expect(expected({ ...plain, method: 'bands' }, share)).toBe('75');
    expect(expected({ ...plain, method: 'count' }, share)).toBe('75');
  });
});

describe(plansMissing.name, () => {
  it('names the criteria that compare with a pledge which is not there, or with one of nothing', () => {
    const sheet = { criteria: [plain, { ...plain, code: 'b', method: 'bands' as const }] };
    expect([...plansMissing(sheet, measured())]).toEqual([]);
    expect([...plansMissing(sheet, new Map())]).toEqual(['c']);
    expect([...plansMissing(sheet, measured({ pledged: '0' }))]).toEqual(['c']);
  });
});
