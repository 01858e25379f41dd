import { dueDayRule } from './due-day.decorator';

describe('a due day', () => {
  it.each([
    ['2022-12', '2022-12-31'],
    ['2024-02', '2024-02-29'],
    ['2023-02', '2023-02-28'],
    ['2024-01-19', '2024-01-19'],
  ])('%s means %s', (written, day) => {
    expect(dueDayRule.accepts(written)).toBe(true);
    expect(dueDayRule.take?.(written)).toBe(day);
  });

  it.each(['2022-13', '2022-00', '2022-1', '12/2022', '2023-02-29', '1899-12', '2200-12', '', 202212])(
    'is not %p',
    (written) => {
      expect(dueDayRule.accepts(written)).toBe(false);
    },
  );
});
