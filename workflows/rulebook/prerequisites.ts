import type { Condition, Rule } from './eligibility/standard.types';
import type { Found } from './found';
import type { Rulebook, SubjectKind } from './rulebook.types';

/** The parameters of predicates that name a tier which must have been won before. */
export const WON_BEFORE: Readonly<Record<string, readonly string[]>> = {
  holds: ['tier'],
  heldTimes: ['tier', 'since'],
  heldConsecutively: ['tier', 'since'],
  consecutiveYearsRated: ['since'],
  yearsRated: ['since'],
  everyYearRatedSince: ['tier'],
  initiativesAtLeast: ['since'],
};

/**
 * Tiers that nobody can win first: every way to the one needs an award of the other before, and the other way round. Each
 * circle once, at the standard of its tier that stands first.
 */
export function prerequisiteProblems({ tiers }: Rulebook): Found[] {
  return (['person', 'collective', 'household'] as const).flatMap((kind) => {
    const needs = new Map(tiers.map(({ code, standards }) => [code, neededBy(standards?.[kind]?.rule)]));
    return tiers.flatMap(({ code }, place) => {
      const circle = circleFrom(code, needs);
      // Of the tiers in a circle the first one tells of it.
      const isFirst = circle && tiers.findIndex((tier) => circle.includes(tier.code)) === place;
      return isFirst ? [problemOf(place, kind, circle)] : [];
    });
  });
}

function problemOf(place: number, kind: SubjectKind, circle: readonly string[]): Found {
  return {
    path: ['tiers', place, 'standards', kind],
    reason: `nobody can win it first: ${[...circle, circle[0]].join(' → ')}`,
  };
}

/** The shortest way from a tier back to itself over what is needed before. */
function circleFrom(start: string, needs: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] | undefined {
  const ways: (readonly string[])[] = [[start]];
  const seen = new Set<string>();
  for (let way = ways.shift(); way; way = ways.shift()) {
    for (const next of needs.get(way.at(-1) ?? start) ?? []) {
      if (next === start) return way;
      if (!seen.has(next)) ways.push([...way, next]);
      seen.add(next);
    }
  }
  return undefined;
}

/** What no way of meeting the rule can do without: of a group that needs n of k, what more than k - n parts need. */
function neededBy(rule: Rule | undefined): ReadonlySet<string> {
  if (!rule) return new Set();
  if ('condition' in rule) return wonBefore(rule.condition);
  const [parts, count] =
    'all' in rule ? [rule.all, rule.all.length] : 'any' in rule ? [rule.any, 1] : [rule.of, rule.atLeast];
  const ofParts = parts.map(neededBy);
  const all = new Set(ofParts.flatMap((each) => [...each]));
  return new Set([...all].filter((code) => ofParts.filter((each) => each.has(code)).length > parts.length - count));
}

function wonBefore({ is, with: given }: Condition): ReadonlySet<string> {
  const names = Object.hasOwn(WON_BEFORE, is) ? (WON_BEFORE[is] ?? []) : [];
  return new Set(names.flatMap((name) => (typeof given[name] === 'string' ? [given[name]] : [])));
}
