import fc from 'fast-check';
import { chooseResult, isChooseCountConsistent, type ChooseCount } from './choose';
import type { PassRule, Turnout } from './count';

const anyVote: PassRule = {
  base: 'present',
  threshold: { fraction: '0/1', comparator: 'moreThan' },
  conflictEffect: 'baseShrinks',
  absent: 'notInFavour',
};
const majority: PassRule = { ...anyVote, threshold: { fraction: '1/2', comparator: 'moreThan' } };
const units = ['a', 'b', 'c', 'd'];

const there = (memberCount: number): Turnout => ({
  memberCount,
  presentCount: memberCount,
  conflictedCount: 0,
  conflictedPresentCount: 0,
});

const sheet = (inFavour: number, votes: Readonly<Record<string, number>>, blank = 0): ChooseCount => {
  const valid = inFavour + blank;
  return { issued: valid, returned: valid, valid, invalid: 0, inFavour, against: 0, abstained: blank, votes };
};

describe('chooseResult', () => {
  it('chooses the k options with the most votes', () => {
    const vote = { ...there(10), count: sheet(10, { a: 3, b: 9, c: 8 }) };
    expect(chooseResult(anyVote, 2, units, vote)).toEqual({ chosenIds: ['b', 'c'], tiedIds: [] });
  });

  it('chooses none of the options that are level at the last place, and names them', () => {
    const vote = { ...there(10), count: sheet(10, { a: 9, b: 4, c: 4, d: 3 }) };
    expect(chooseResult(anyVote, 2, units, vote)).toEqual({ chosenIds: ['a'], tiedIds: ['b', 'c'] });
  });

  it('sees no tie among options that all have a place, in the order of the ballot', () => {
    const vote = { ...there(10), count: sheet(10, { c: 5, a: 5, b: 1 }) };
    expect(chooseResult(anyVote, 2, units, vote)).toEqual({ chosenIds: ['a', 'c'], tiedIds: [] });
  });

  it('chooses fewer when fewer pass the rule, and nobody when none does', () => {
    const vote = { ...there(10), count: sheet(10, { a: 6, b: 5, c: 4 }) };
    expect(chooseResult(majority, 2, units, vote)).toEqual({ chosenIds: ['a'], tiedIds: [] });
    const split = { ...there(10), count: sheet(10, { a: 5, b: 5 }) };
    expect(chooseResult(majority, 1, units, split)).toEqual({ chosenIds: [], tiedIds: [] });
  });

  it('agrees with trying every possible choice', () => {
    const votes = fc.array(fc.nat(5), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(votes, fc.integer({ min: 1, max: 6 }), (numbers, k) => {
        const ids = numbers.map((_, index) => `option ${index}`);
        const choose = Math.min(k, ids.length);
        const byId = Object.fromEntries(ids.map((id, index) => [id, numbers[index] ?? 0]));
        const count = sheet(
          numbers.reduce((sum, number) => sum + number, 0),
          byId,
        );
        const { chosenIds, tiedIds } = chooseResult(anyVote, choose, ids, { ...there(40), count });
        const beats = (id: string): number => ids.filter((other) => byId[other]! > byId[id]!).length;
        const equals = (id: string): number => ids.filter((other) => byId[other] === byId[id]).length;
        const candidates = ids.filter((id) => byId[id]! > 0 && beats(id) < choose);
        const isSafe = (id: string): boolean => beats(id) + equals(id) <= choose;
        expect([...chosenIds].sort()).toEqual(candidates.filter(isSafe).sort());
        expect([...tiedIds].sort()).toEqual(candidates.filter((id) => !isSafe(id)).sort());
      }),
      { numRuns: 500 },
    );
  });

  it('throws on votes that do not agree with the ballots', () => {
    expect(() => chooseResult(anyVote, 1, units, { ...there(3), count: sheet(3, { a: 4 }) })).toThrow(RangeError);
  });
});

describe('isChooseCountConsistent', () => {
  it.each([
    ['an option that is not on the ballot', sheet(3, { x: 3 })],
    ['more votes for one option than ballots', sheet(3, { a: 4, b: 1 })],
    ['more votes than the ballots can hold', sheet(3, { a: 3, b: 3, c: 1 })],
    ['a ballot in favour that names nobody', sheet(3, { a: 2 })],
    ['a negative vote', sheet(3, { a: 3, b: 2, c: -1 })],
    ['ballots that do not add up', { ...sheet(3, { a: 3 }), valid: 4 }],
  ])('refuses %s', (_, count) => {
    expect(isChooseCountConsistent(2, units, sheet(3, { a: 3, b: 2 }, 1))).toBe(true);
    expect(isChooseCountConsistent(2, units, count)).toBe(false);
  });
});
