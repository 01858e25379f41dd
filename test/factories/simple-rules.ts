import type { Release } from '../../src/rulebooks';
import type { Rule, Rulebook } from '../../workflows/rulebook';

const cited = { citation: 'Điều 23', status: 'verified', councilChoice: false } as const;

const condition = (is: string, given: Readonly<Record<string, string | number>> = {}): Rule => ({
  condition: { is, with: given, ...cited },
});
const EXCELLENT = condition('ratedAtLeast', { rating: 'excellent' });
const INITIATIVE = condition('initiativesAtLeast', { count: 1, scope: 'unit' });

/**
 * The delivered rules, but that CSTĐCS asks for nothing else than an initiative under R1, and for that or an excellent rating
 * later, that nothing may be pending, and that no other tier has a standard.
 */
export function simpleRules(release: Release): Release {
  const rulebooks = release.rulebooks.map((rulebook) =>
    asking(rulebook, rulebook.regime === 'R1' ? INITIATIVE : { any: [EXCELLENT, INITIATIVE] }),
  );
  return { ...release, rulebooks };
}

function asking(rulebook: Rulebook, rule: Rule): Rulebook {
  const tiers = rulebook.tiers.map(({ standards: _, ...tier }) =>
    tier.code === 'CSTDCS' ? { ...tier, standards: { person: { rule, ...cited } } } : tier,
  );
  const common = [{ name: 'freeze', commendations: [], subjects: [], rule: condition('nothingPending'), ...cited }];
  return { ...rulebook, tiers, common };
}
