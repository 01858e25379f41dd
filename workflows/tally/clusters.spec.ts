import { localDate } from '../kernel';
import { clustersOf, type ClusterMembership } from './clusters';

const membership = (clusterId: string, changes: Partial<ClusterMembership> = {}): ClusterMembership => ({
  clusterId,
  endsOn: localDate('2024-12-31'),
  unitId: 'w1',
  validFrom: localDate('2024-01-01'),
  validTo: null,
  ...changes,
});

const SCHOOL_YEAR = { endsOn: localDate('2024-05-31'), validFrom: localDate('2023-09-01') };

describe('clustersOf', () => {
  it.each([
    ['is in none', [], []],
    ['stayed', [membership('a')], ['a']],
    ['is of another unit', [membership('a', { unitId: 'w2' })], []],
    ['is in one of the year before', [membership('a', { endsOn: localDate('2023-12-31') })], []],
    ['is in one of a school year that ends in the year', [membership('a', SCHOOL_YEAR)], ['a']],
    ['is in one of a school year that begins in the year', [membership('a', { endsOn: localDate('2025-05-31') })], []],
    ['comes after the period', [membership('a', { validFrom: localDate('2025-01-01') })], []],
    ['is in two at once', [membership('b'), membership('a', SCHOOL_YEAR)], ['a', 'b']],
    [
      'went over to another one',
      [membership('a', { validTo: localDate('2024-06-30') }), membership('b', { validFrom: localDate('2024-07-01') })],
      ['b'],
    ],
    [
      'left all',
      [membership('a', { validTo: localDate('2024-03-31') }), membership('b', { validTo: localDate('2024-06-30') })],
      ['b'],
    ],
    [
      'left one and came back',
      [membership('a', { validTo: localDate('2024-03-31') }), membership('a', { validFrom: localDate('2024-06-01') })],
      ['a'],
    ],
  ])('of a unit that %s', (_, memberships, expected) => {
    expect(clustersOf(memberships, 'w1', 2024)).toEqual(expected);
  });
});
