import { leadersOf } from './cluster-leaders';

const ballot = { clusterId: 'c', reviewId: 'r', itemId: 'i' };

function places(chosenIds: readonly string[], votes: Readonly<Record<string, number>>): readonly string[] {
  const choice = { hostId: 'c', isOver: true, chosenIds, votes, of: 9 };
  return leadersOf(choice, ballot).map(({ unitId, place, votes: given, of }) => `${place} ${unitId} ${given}/${of}`);
}

describe(leadersOf.name, () => {
  it('takes those who were chosen, most votes first', () => {
    expect(places(['b', 'a'], { a: 5, b: 7, c: 4 })).toEqual(['1 b 7/9', '2 a 5/9']);
    expect(places([], { a: 4, b: 4 })).toEqual([]);
  });

  it('gives units with equal votes one place, and leaves the next one out', () => {
    expect(places(['c', 'a', 'b'], { a: 6, b: 5, c: 6 })).toEqual(['1 c 6/9', '1 a 6/9', '3 b 5/9']);
  });
});
