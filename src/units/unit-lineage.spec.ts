import { localDate } from '../../workflows/kernel';
import { standingOn } from './unit-lineage';
import type { Succession } from './unit-terms';

const unit = (id: string, validFrom: string, validTo: string | null = null) => ({ id, validFrom, validTo });
const ended = (predecessorId: string, successorId: string | null, on: string): Succession => ({
  predecessorId,
  successorId,
  effectiveOn: localDate(on),
  document: '1/NQ',
});

/** A and B became S in 2025; S took in T, which stays, in 2030; X was dissolved. */
const family = {
  units: [
    unit('a', '2000-01-01', '2025-06-30'),
    unit('b', '2000-01-01', '2025-06-30'),
    unit('s', '2025-07-01', '2029-12-31'),
    unit('t', '2010-01-01'),
    unit('x', '2000-01-01', '2025-06-30'),
  ],
  successions: [
    ended('a', 's', '2025-07-01'),
    ended('b', 's', '2025-07-01'),
    ended('s', 't', '2030-01-01'),
    ended('x', null, '2025-07-01'),
  ],
};

describe(standingOn.name, () => {
  it.each([
    ['a', '2023-12-31', ['a'], 'itself while it stood'],
    ['a', '2025-06-30', ['a'], 'itself on its last day'],
    ['a', '2025-07-01', ['s'], 'its successor from the day of the merger'],
    ['a', '2031-01-01', ['t'], 'the last of the chain'],
    ['s', '2023-12-31', ['a', 'b'], 'what it was made of'],
    ['t', '2023-12-31', ['t', 'a', 'b'], 'itself and all that was taken in later, each as it stood then'],
    ['t', '2026-01-01', ['t', 's'], 'itself and what was not taken in yet'],
    ['t', '2031-01-01', ['t'], 'itself once all is taken in'],
    ['x', '2026-01-01', [], 'nobody after a dissolution'],
    ['a', '1999-01-01', [], 'nobody before it was founded'],
    ['unknown', '2024-01-01', [], 'nobody when there is no such unit'],
  ])('of %s on %s is %j: %s', (id, day, expected) => {
    expect(standingOn(id, localDate(day), family)).toEqual(expected);
  });
});
