import { localDate } from '../../kernel';
import { lastYearOf, monthPartsOf, monthsOf } from './years';

describe('lastYearOf', () => {
  it.each([
    ['2024-01-01', '2024-12-31', 2024],
    ['2020-01-01', '2024-12-31', 2024],
    ['2024-01-01', '2024-06-30', 2024],
    ['2023-09-01', '2024-05-31', 2023],
    ['2021-09-01', '2024-05-31', 2023],
  ])('of %s to %s is %d', (from, to, year) => {
    expect(lastYearOf(localDate(from), localDate(to))).toBe(year);
  });
});

describe('monthsOf', () => {
  it.each([
    ['2024-01-01', '2024-12-31', 12],
    ['2024-01-15', '2024-02-14', 1],
    ['2024-01-15', '2024-02-13', 0],
    ['2024-01-31', '2024-02-29', 1],
    ['2024-02-01', '2024-01-31', 0],
  ])('from %s to %s are %d', (from, to, months) => {
    expect(monthsOf(localDate(from), localDate(to))).toBe(months);
  });

  it('adds up over spans that touch', () => {
    const whole = monthPartsOf(localDate('2019-03-10'), localDate('2024-08-02'));
    const first = monthPartsOf(localDate('2019-03-10'), localDate('2021-02-28'));
    expect(first + monthPartsOf(localDate('2021-03-01'), localDate('2024-08-02'))).toBe(whole);
  });
});
