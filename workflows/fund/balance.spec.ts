import { dong } from '../kernel';
import { balanceOf, yearToBookIn } from './balance';

const amounts = (...each: readonly string[]) => each.map((amount) => dong(amount));

describe(balanceOf.name, () => {
  it.each([
    [[], [], '0', false],
    [['1000000'], ['710000'], '290000', false],
    [['710000'], ['710000'], '0', false],
    [['700000'], ['710000', '1'], '-10001', true],
    [['99999999999999'], ['1'], '99999999999998', false],
  ] as const)('of %j less %j is %s', (received, spent, balance, isOverdrawn) => {
    expect(balanceOf(amounts(...received), amounts(...spent))).toMatchObject({ balance, isOverdrawn });
  });
});

describe(yearToBookIn.name, () => {
  it('is the year itself while its books are open', () => expect(yearToBookIn(2024, [2022, 2025])).toBe(2024));
  it('is the first open year after closed ones', () => expect(yearToBookIn(2024, [2024, 2025, 2027])).toBe(2026));
});
