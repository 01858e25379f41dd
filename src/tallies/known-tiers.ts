import {
  emptyCounts,
  sortedGroups,
  type TallyBreakdown,
  type TallyFamily,
  type TallyGroup,
  type TallyGroups,
  type TallyKey,
} from '../../workflows/tally';
import type { Tier } from '../../workflows/rulebook';

type KnownTier = Pick<Tier, 'code' | 'family' | 'subjects'>;

/**
 * The groups and, for every tier that is known and that no case is of, a group of zeros: beside each combination of the
 * other keys that occurs; beside every kind of subject it may be given to where that is the other dimension.
 */
export function withKnownTiers(
  groups: TallyGroups,
  { by, filter = {} }: TallyBreakdown,
  tiers: readonly KnownTier[],
): TallyGroups {
  const place = by.indexOf('tier');
  if (place === -1) return groups;
  const asked = tiers.filter(({ code }) => filter.tier === undefined || code === filter.tier);
  const family = (name: TallyFamily): readonly TallyGroup[] => {
    if (filter.family !== undefined && filter.family !== name) return [];
    const known = asked.filter((tier) => tier.family === name);
    const all = new Map(groups[name].map((group) => [JSON.stringify(group.keys), group]));
    for (const keys of known.flatMap((tier) => keysOf(tier, { groups: groups[name], by, place, filter }))) {
      const key = JSON.stringify(keys);
      if (!all.has(key)) all.set(key, { keys, counts: emptyCounts() });
    }
    return sortedGroups([...all.values()]);
  };
  return { state: family('state'), party: family('party') };
}

interface Surroundings extends Pick<TallyBreakdown, 'by'> {
  readonly groups: readonly TallyGroup[];
  readonly place: number;
  readonly filter: NonNullable<TallyBreakdown['filter']>;
}

function keysOf(tier: KnownTier, { groups, by, place, filter }: Surroundings): readonly (readonly TallyKey[])[] {
  const kindPlace = by.indexOf('subjectKind');
  const kinds = tier.subjects.filter((kind) => filter.subjectKind === undefined || kind === filter.subjectKind);
  if (kinds.length === 0) return [];
  if (by.length === 1) return [[tier.code]];
  if (by.length === 2 && kindPlace !== -1)
    return kinds.map((kind) => (place === 0 ? [tier.code, kind] : [kind, tier.code]));
  return groups
    .map(({ keys }) => keys.map((key, index) => (index === place ? tier.code : key)))
    .filter((keys) => kindPlace === -1 || kinds.includes(keys[kindPlace] as never));
}
