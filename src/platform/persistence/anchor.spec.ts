import { localDate } from '../../../workflows/kernel';
import { anchorRoot } from './anchor';
import { FIRST_HASH } from './event-log';

const day = localDate('2024-01-19');
const heads = [
  { streamId: 's1', seq: 2, hash: 'a'.repeat(64) },
  { streamId: 's2', seq: 1, hash: 'b'.repeat(64) },
];
const root = anchorRoot(FIRST_HASH, { day, eventCount: 3, heads });

describe(anchorRoot.name, () => {
  it('does not depend on the order in which the heads were read', () => {
    expect(anchorRoot(FIRST_HASH, { day, eventCount: 3, heads: [...heads].reverse() })).toBe(root);
  });

  it.each([
    ['the anchor before', anchorRoot('1'.repeat(64), { day, eventCount: 3, heads })],
    ['the day', anchorRoot(FIRST_HASH, { day: localDate('2024-01-20'), eventCount: 3, heads })],
    ['the count', anchorRoot(FIRST_HASH, { day, eventCount: 4, heads })],
    ['a head', anchorRoot(FIRST_HASH, { day, eventCount: 3, heads: heads.slice(1) })],
  ])('changes with %s', (_, other) => {
    expect(other).not.toBe(root);
  });
});
