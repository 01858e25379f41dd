import { allot, placesOf, putFirst, type Candidate } from './quota';

const who = (id: string, ...votes: readonly number[]): Candidate => ({ id, votes, isWoman: id.startsWith('w') });
const plain = { womanFirst: false, order: [] };

describe('the places of a quota', () => {
  it.each([
    ['3/20', 47, 'down', 7],
    ['3/20', 47, 'up', 8],
    ['3/20', 40, 'up', 6],
    ['1/5', 4, 'down', 0],
    ['1/3', 9, 'down', 3],
    ['0/1', 9, 'up', 0],
  ] as const)('%s of %i, rounded %s, are %i', (fraction, base, rounding, places) => {
    expect(placesOf({ fraction, base, rounding })).toBe(places);
  });

  it('cannot be negative, nor a share of a part', () => {
    expect(() => placesOf({ fraction: '-1/5', base: 10, rounding: 'down' })).toThrow(RangeError);
    expect(() => placesOf({ fraction: '1/5', base: -1, rounding: 'down' })).toThrow(RangeError);
    expect(() => placesOf({ fraction: '1/5', base: 1.5, rounding: 'down' })).toThrow(RangeError);
  });

  it('go to those with the most votes, the others wait in the same order', () => {
    expect(allot(2, [who('a', 7), who('b', 9), who('c', 8), who('d', 6)], plain)).toEqual({
      placedIds: ['b', 'c'],
      waitingIds: ['a', 'd'],
      tiedIds: [],
    });
  });

  it('are for all when there are enough, however many are level', () => {
    expect(allot(3, [who('a', 9), who('b', 9)], plain)).toEqual({ placedIds: ['a', 'b'], waitingIds: [], tiedIds: [] });
  });

  it('name everybody who is level at the last one, and nobody who is level elsewhere', () => {
    const candidates = [who('a', 9), who('b', 9), who('c', 8), who('d', 8), who('e', 8), who('f', 7), who('g', 7)];
    expect(allot(4, candidates, plain).tiedIds).toEqual(['c', 'd', 'e']);
    expect(allot(2, candidates, plain).tiedIds).toEqual([]);
    expect(allot(0, candidates, plain)).toMatchObject({ placedIds: [], tiedIds: [] });
  });

  it('go by a later ballot among equals only: who lost it keeps what the first one gave', () => {
    const candidates = [who('a', 9), who('d', 7), who('c', 8, 3), who('b', 8, 6)];
    expect(allot(2, candidates, plain)).toEqual({ placedIds: ['a', 'b'], waitingIds: ['c', 'd'], tiedIds: [] });
    expect(allot(3, [...candidates].reverse(), plain).placedIds).toEqual(['a', 'b', 'c']);
  });

  it('go to the woman among equals where that is declared, and never before who has more votes', () => {
    const candidates = [who('a', 8), who('w', 8), who('b', 9)];
    expect(allot(2, candidates, plain).tiedIds).toEqual(['a', 'w']);
    expect(allot(2, candidates, { ...plain, womanFirst: true })).toEqual({
      placedIds: ['b', 'w'],
      waitingIds: ['a'],
      tiedIds: [],
    });
    expect(allot(1, [who('w1', 8), who('w2', 8)], { ...plain, womanFirst: true }).tiedIds).toEqual(['w1', 'w2']);
  });

  it('are told to have gone by that only where somebody else had as many votes', () => {
    expect(putFirst([who('a', 8), who('w', 8), who('w2', 9), who('b', 7)])).toEqual(['w']);
    expect(putFirst([who('w1', 8), who('w2', 8)])).toEqual([]);
  });

  it('go as the chair has ordered those who were level', () => {
    const candidates = [who('a', 8), who('b', 8), who('c', 9)];
    expect(allot(2, candidates, { ...plain, order: ['b', 'a'] })).toEqual({
      placedIds: ['c', 'b'],
      waitingIds: ['a'],
      tiedIds: [],
    });
  });
});
