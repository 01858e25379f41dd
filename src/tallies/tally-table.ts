import type { Label } from '../../workflows/kernel';
import {
  DIMENSION_LABELS,
  FAMILY_LABELS,
  LEADER_LEVEL_LABELS,
  NUMBER_LABELS,
  STAGE_LABELS,
  TALLY_STAGES,
  type TallyDimension,
  type TallyGroups,
  type TallyKey,
  type TallyLeaderLevel,
} from '../../workflows/tally';
import type { ClusterName } from './cluster-memberships.repository';

/** How a unit is called in a table. */
export interface UnitName {
  readonly code: string;
  readonly name: string;
}

/** What a table is made of. */
export interface TallyTable {
  readonly by: readonly TallyDimension[];
  readonly groups: TallyGroups;
  readonly units: ReadonlyMap<string, UnitName>;
  readonly clusters: ReadonlyMap<string, ClusterName>;
  readonly language: keyof Label;
}

const NUMBERS = ['awards', 'heads', 'money'] as const;
const FAMILIES = ['state', 'party'] as const;
const YES: Label = { vi: 'có', en: 'yes' };
const NO: Label = { vi: 'không', en: 'no' };

/** A breakdown as rows of a table: one of headings, then one for each group; State first, then Party. */
export function tallyTable(table: TallyTable): readonly (readonly (string | number | null)[])[] {
  const { by, groups, language } = table;
  const heading = [
    { vi: 'Hệ', en: 'Family' }[language],
    ...by.map((dimension) => DIMENSION_LABELS[dimension][language]),
    ...TALLY_STAGES.flatMap((stage) =>
      NUMBERS.map((number) => `${STAGE_LABELS[stage][language]}: ${NUMBER_LABELS[number][language]}`),
    ),
  ];
  const rows = FAMILIES.flatMap((family) =>
    groups[family].map(({ keys, counts }) => [
      FAMILY_LABELS[family][language],
      ...keys.map((key, index) => keyText(by[index], key, table)),
      ...TALLY_STAGES.flatMap((stage) => NUMBERS.map((number) => counts[stage][number])),
    ]),
  );
  return [heading, ...rows];
}

function keyText(dimension: TallyDimension | undefined, key: TallyKey, table: TallyTable): string | number | null {
  const { units, clusters, language } = table;
  if (typeof key === 'boolean') return (key ? YES : NO)[language];
  if (typeof key !== 'string') return key;
  if (dimension === 'leaderLevel') return LEADER_LEVEL_LABELS[key as TallyLeaderLevel][language];
  if (dimension === 'unit') {
    const unit = units.get(key);
    return unit ? `${unit.name} (${unit.code})` : key;
  }
  const cluster = dimension === 'cluster' ? clusters.get(key) : undefined;
  return cluster ? `${cluster.name} (${cluster.code}, ${cluster.period})` : key;
}
