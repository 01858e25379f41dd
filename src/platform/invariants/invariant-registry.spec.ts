import type { Invariant } from './invariant';
import { InvariantRegistry } from './invariant-registry';
import { UnknownCheckError } from './invariants.errors';

const named = (name: string, promise = 1): Invariant => ({
  name,
  promise,
  describe: { vi: 'Luôn đúng.', en: 'Always holds.' },
  check: () => Promise.resolve([]),
});

describe(InvariantRegistry.name, () => {
  it('takes each name once, in kebab-case, for one of the twelve promises', () => {
    const wrong: readonly (readonly Invariant[])[] = [
      [named('same'), named('same')],
      [named('Not-Kebab')],
      [named('no_such')],
      [named('beyond', 13)],
      [named('before', 0)],
    ];
    for (const invariants of wrong) expect(() => new InvariantRegistry(invariants)).toThrow('will not do');
    expect(new InvariantRegistry([named('a'), named('b-2', 12)]).all()).toHaveLength(2);
  });

  it('finds checks by name in its own order, and names those there are when one is unknown', () => {
    const registry = new InvariantRegistry([named('a'), named('b'), named('c')]);
    expect(registry.named(['c', 'a']).map(({ name }) => name)).toEqual(['a', 'c']);
    expect(() => registry.named(['a', 'd'])).toThrow(UnknownCheckError);
    expect(() => registry.named(['d'])).toThrow('there are: a, b, c');
  });
});
