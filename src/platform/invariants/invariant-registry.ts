import type { Invariant } from './invariant';
import { UnknownCheckError } from './invariants.errors';

const KEBAB = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** All checks of the application, each under its name. */
export class InvariantRegistry {
  /** Throws when a name is taken twice or not in kebab-case, or a promise is none of the twelve. */
  constructor(private readonly invariants: readonly Invariant[]) {
    const names = invariants.map(({ name }) => name);
    const doubled = names.filter((name, index) => names.indexOf(name) !== index);
    const odd = names.filter((name) => !KEBAB.test(name));
    const homeless = invariants.filter(({ promise }) => !(promise >= 1 && promise <= 12)).map(({ name }) => name);
    if (doubled.length + odd.length + homeless.length > 0) {
      throw new Error(
        `Checks with a name or a promise that will not do: ${[...doubled, ...odd, ...homeless].join(', ')}`,
      );
    }
  }

  all(): readonly Invariant[] {
    return this.invariants;
  }

  /** Those with these names, in the order of the registry. Throws UnknownCheckError. */
  named(names: readonly string[]): readonly Invariant[] {
    const known = this.invariants.map(({ name }) => name);
    const unknown = names.filter((name) => !known.includes(name));
    if (unknown.length > 0) throw new UnknownCheckError(unknown, known);
    return this.invariants.filter(({ name }) => names.includes(name));
  }
}
