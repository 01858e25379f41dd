import { dong } from '../../workflows/kernel';
import {
  TALLY_STAGES,
  type FamilyTally,
  type Tally,
  type TallyAxis,
  type TallyCount,
  type TallyCounts,
  type TallyFamily,
  type TallyGroups,
  type TallyStage,
  type TallySubjectKind,
} from '../../workflows/tally';

/** One number of a tally: cases of one year, tier, family and subject kind at one stage. */
export interface StageCount {
  readonly axis: TallyAxis;
  readonly year: number;
  /** Empty for the total over all tiers. */
  readonly tier: string;
  readonly family: TallyFamily;
  readonly subjectKind: TallySubjectKind;
  readonly stage: TallyStage;
  readonly awards: number;
  readonly heads: number;
  /** Whole đồng as text. */
  readonly money: string;
}

const NOTHING: TallyCount = { awards: 0, heads: 0, money: dong('0') };

const FAMILIES = ['state', 'party'] as const;

/** The tally on one axis from its numbers, in the order and the form in which the core gives it. Throws a RangeError as the core does. */
export function tallyOf(axis: TallyAxis, counts: readonly StageCount[]): Tally {
  const onAxis = counts.filter((count) => count.axis === axis);
  const family = (name: TallyFamily): FamilyTally => familyOf(onAxis.filter((count) => count.family === name));
  return { axis, state: family('state'), party: family('party') };
}

/** The numbers of a tally; zeros have none. */
export function countsOfTally({ axis, ...families }: Tally): readonly StageCount[] {
  return FAMILIES.flatMap((family) => {
    const { lines, totals } = families[family];
    return [...lines, ...totals.map((total) => ({ ...total, tier: '' }))].flatMap(
      ({ year, tier, subjectKind, counts }) =>
        TALLY_STAGES.filter((stage) => counts[stage].awards > 0).map((stage) => ({
          ...{ axis, year, tier, family, subjectKind, stage },
          ...counts[stage],
        })),
    );
  });
}

/** The tally on one axis from its breakdowns by year, tier and subject kind, and by year and subject kind. */
export function tallyOfGroups(axis: TallyAxis, perTier: TallyGroups, overAll: TallyGroups): Tally {
  const family = (name: TallyFamily): FamilyTally => ({
    lines: perTier[name].map(({ keys, counts }) => {
      const [year, tier, subjectKind] = keys as [number, string, TallySubjectKind];
      return { year, tier, subjectKind, counts };
    }),
    totals: overAll[name].map(({ keys, counts }) => {
      const [year, subjectKind] = keys as [number, TallySubjectKind];
      return { year, subjectKind, counts };
    }),
  });
  return { axis, state: family('state'), party: family('party') };
}

function familyOf(counts: readonly StageCount[]): FamilyTally {
  const groups = groupsOf(counts);
  return {
    lines: groups
      .filter(({ tier }) => tier !== '')
      .map(({ year, tier, subjectKind, stages }) => ({ year, tier, subjectKind, counts: countsOf(stages) })),
    totals: groups
      .filter(({ tier }) => tier === '')
      .map(({ year, subjectKind, stages }) => ({ year, subjectKind, counts: countsOf(stages) })),
  };
}

interface Group extends Pick<StageCount, 'year' | 'tier' | 'subjectKind'> {
  readonly stages: Partial<Record<TallyStage, TallyCount>>;
}

function groupsOf(counts: readonly StageCount[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const { year, tier, subjectKind, stage, awards, heads, money } of counts) {
    const key = JSON.stringify([year, tier, subjectKind]);
    const group = groups.get(key) ?? { year, tier, subjectKind, stages: {} };
    group.stages[stage] = { awards, heads, money: dong(money) };
    groups.set(key, group);
  }
  return [...groups.values()].sort(
    (a, b) => a.year - b.year || order(a.tier, b.tier) || order(a.subjectKind, b.subjectKind),
  );
}

function countsOf(stages: Group['stages']): TallyCounts {
  return Object.fromEntries(TALLY_STAGES.map((stage) => [stage, stages[stage] ?? NOTHING])) as TallyCounts;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
