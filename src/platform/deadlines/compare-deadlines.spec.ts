import { localDate, type DeadlineSpec } from '../../../workflows/kernel';
import { compareDeadlines } from './compare-deadlines';

const due = (key: string, on: string, more: Partial<DeadlineSpec> = {}): DeadlineSpec => ({
  key,
  kind: 'thing.due',
  dueOn: localDate(on),
  ...more,
});

describe(compareDeadlines.name, () => {
  it('tells new, moved and dropped deadlines from those that stay', () => {
    const before = [due('stays', '2024-01-01'), due('moves', '2024-01-01'), due('goes', '2024-01-01')];
    const after = [due('comes', '2024-01-01'), due('moves', '2024-01-02'), due('stays', '2024-01-01')];
    expect(compareDeadlines(before, after)).toEqual({
      added: [due('comes', '2024-01-01')],
      moved: [due('moves', '2024-01-02')],
      dropped: [due('goes', '2024-01-01')],
      recounted: [],
    });
  });

  it('takes another kind or command for a move', () => {
    const command = { type: 'thing.close', input: {} };
    const before = [due('a', '2024-01-01'), due('b', '2024-01-01', { command })];
    const after = [due('a', '2024-01-01', { kind: 'thing.ends' }), due('b', '2024-01-01')];
    expect(compareDeadlines(before, after).moved.map(({ key }) => key)).toEqual(['a', 'b']);
  });

  it('takes another count of the same day for no move', () => {
    const counted = (calendarVersion: string): Partial<DeadlineSpec> => ({
      counted: {
        ...{ from: localDate('2023-12-20'), terms: [], recountJob: 'recount-thing' },
        ...{ calendarVersion, isProvisional: calendarVersion === 'a' },
      },
    });
    const before = [due('stays', '2024-01-01', counted('a')), due('moves', '2024-01-01', counted('a'))];
    const after = [due('stays', '2024-01-01', counted('b')), due('moves', '2024-01-02', counted('b'))];
    const changes = compareDeadlines(before, after);
    expect(changes).toEqual({ added: [], dropped: [], moved: [after[1]], recounted: [after[0]] });
  });

  it('refuses a definition that gives one key twice', () => {
    expect(() => compareDeadlines([], [due('a', '2024-01-01'), due('a', '2024-01-02')])).toThrow(/one deadline twice/);
  });
});
