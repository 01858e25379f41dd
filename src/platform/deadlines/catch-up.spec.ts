import { addMilliseconds, instant } from '../../../workflows/kernel';
import { MISSED_AFTER_MS, verdictOn, type DueOccurrence } from './catch-up';

const NOW = instant('2024-01-15T01:00:00.000Z');
const onTime = addMilliseconds(NOW, -MISSED_AFTER_MS);
const missed = addMilliseconds(NOW, -MISSED_AFTER_MS - 1);

describe(verdictOn.name, () => {
  const verdict = (given: Partial<DueOccurrence>): string =>
    verdictOn({ dueAt: missed, catchUp: 'sendLate', isCurrent: true, isSuperseded: false, ...given }, NOW);

  it.each(['sendLate', 'sendOnce', 'skip'] as const)(
    'tells what is at most an hour late as usual under %s',
    (catchUp) => {
      expect(verdict({ dueAt: onTime, catchUp, isSuperseded: true })).toBe('tell');
    },
  );

  it.each([
    ['sendLate', false, 'late'],
    ['sendLate', true, 'late'],
    ['sendOnce', false, 'late'],
    ['sendOnce', true, 'superseded'],
    ['skip', false, 'missed'],
    ['skip', true, 'missed'],
  ] as const)(
    'judges a missed occurrence under %s, with a later one due as well %s, as %s',
    (catchUp, isSuperseded, expected) => {
      expect(verdict({ catchUp, isSuperseded })).toBe(expected);
    },
  );

  it('tells nothing of a deadline that moved, nor without a rule', () => {
    expect(verdict({ dueAt: onTime, isCurrent: false })).toBe('replaced');
    expect(verdict({ dueAt: onTime, catchUp: undefined })).toBe('noRule');
  });
});
