import { decimal, localDate } from '../../workflows/kernel';
import { periodsIn } from '../../workflows/publicity';
import { isCountable, pieceResult, reportStatus, ruleOf, type Reported } from './figure';

const OVER_A_HUNDRED = ruleOf({ unit: 'tin', direction: 'moreThan', value: decimal('100') });
const ALL_WARDS = ruleOf({ unit: 'phường', direction: 'kOfN', value: decimal('15'), outOf: 15 });

function report(from: string, to: string, value: string): Reported {
  return { from: localDate(from), to: localDate(to), value: decimal(value) };
}

describe(reportStatus.name, () => {
  it.each([
    ['one day', '2024-03-01', '2024-03-01', '101', 'reached'],
    ['one day, exactly', '2024-03-01', '2024-03-01', '100', 'missed'],
    ['a month', '2024-03-01', '2024-03-31', '3101', 'reached'],
    ['a month, exactly', '2024-03-01', '2024-03-31', '3100', 'missed'],
  ] as const)('judges "over 100 a day" over %s', (_, from, to, value, status) => {
    expect(reportStatus(OVER_A_HUNDRED, 'perDay', report(from, to, value))).toBe(status);
  });

  it('takes no number of which a term of days would come to more than decimals hold', () => {
    const most = decimal('1000000000');
    const days = report('2014-01-01', '2024-12-13', '1000000000');
    expect(periodsIn('perDay', days)).toBe(4_000);
    expect(reportStatus(ruleOf({ unit: 'tin', direction: 'atLeast', value: most }), 'perDay', days)).toBe('missed');
    expect(
      pieceResult(
        null,
        { cadence: 'perDay' },
        Array.from({ length: 4_000 }, () => days),
      ).value,
    ).toBe('4000000000000');
    const taken = ['0', '0.5', '1000000000', '1000000000.000001', '-1'].map((value) => isCountable(decimal(value)));
    expect(taken).toEqual([true, true, true, false, false]);
  });

  it('judges nothing where nothing is counted', () => {
    expect(reportStatus(null, 'once', report('2024-03-01', '2024-03-01', '1'))).toBeNull();
  });
});

describe(pieceResult.name, () => {
  const once = { cadence: 'once' } as const;
  const daily = { cadence: 'perDay' } as const;

  it('takes the latest total of what is published once, in whatever order they came', () => {
    const totals = [report('2024-06-30', '2024-06-30', '15'), report('2024-05-31', '2024-05-31', '14')];
    expect(pieceResult(ALL_WARDS, once, totals)).toEqual({ value: '15', status: 'reached' });
    expect(pieceResult(ALL_WARDS, once, totals.slice(1))).toEqual({ value: '14', status: 'missed' });
  });

  it('sums up what is published by day', () => {
    const days = [report('2024-03-01', '2024-03-01', '250'), report('2024-03-02', '2024-03-03', '50.1')];
    expect(pieceResult(OVER_A_HUNDRED, daily, days)).toEqual({ value: '300.1', status: 'reached' });
    expect(pieceResult(OVER_A_HUNDRED, daily, days.slice(1))).toEqual({ value: '50.1', status: 'missed' });
  });

  it('says that nobody has reported, and of what is not counted nothing', () => {
    expect(pieceResult(ALL_WARDS, once, [])).toEqual({ value: null, status: 'notReported' });
    expect(pieceResult(null, once, [])).toEqual({ value: null, status: null });
  });
});
