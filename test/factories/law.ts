import { configFolder } from '../../config';
import { loadRelease, type Release } from '../../src/rulebooks';
import { tierOf, type Rulebook, type Tier } from '../../workflows/rulebook';

/** The regimes that have rows of their own. */
export const REGIMES = ['R1', 'R2', 'R3'] as const;

/** The nation's rules as they are delivered, by regime; no layer is over them. */
export interface Law {
  readonly release: Release;
  readonly book: (regime: string) => Rulebook;
  readonly tier: (regime: string, code: string) => Tier;
}

/** Reads them once for a test file. A regime or tier that is not there fails the test that asks for it. */
export function theLaw(): Law {
  const release = loadRelease({ rulebooks: configFolder('rulebooks'), calendar: configFolder('calendar') });
  const book = (regime: string): Rulebook => {
    const found = release.rulebooks.find((rulebook) => rulebook.regime === regime);
    if (!found) throw new Error(`There is no rulebook of ${regime}`);
    return found;
  };
  const tier = (regime: string, code: string): Tier => {
    const found = tierOf(book(regime), code);
    if (!found) throw new Error(`There is no tier ${code} under ${regime}`);
    return found;
  };
  return { release, book, tier };
}
