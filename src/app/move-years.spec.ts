import { instant } from '../../workflows/kernel';
import { moveYears } from './move-years';

describe(moveYears.name, () => {
  const last = instant('2026-08-25T01:00:00.000Z');
  const moved = (now: string): string =>
    moveYears('2026-2030, at: 2026-06-30 08:00, 2026-H1, 12026', last, instant(now));

  it('leaves the text as it is within a year of its last moment', () => {
    expect(moved('2026-08-25T01:00:00.000Z')).toContain('at: 2026-06-30 08:00');
    expect(moved('2027-08-25T00:59:59.999Z')).toContain('at: 2026-06-30 08:00');
  });

  it('moves every year by the same number', () => {
    expect(moved('2031-12-31T00:00:00.000Z')).toBe('2031-2035, at: 2031-06-30 08:00, 2031-H1, 12026');
  });

  it('never tells of a moment that has not come', () => {
    expect(moved('2026-08-25T00:59:59.999Z')).toContain('at: 2025-06-30 08:00');
  });
});
