import { compareDecimals, compareFractions, reaches, type Decimal, type FractionText } from '../kernel';
import { ZERO } from './exact';
import type { Score } from './score';
import type { TieBreak } from './scoring.types';

/** A unit that is to be ranked. */
export interface Contender {
  readonly unitId: string;
  readonly score: Score;
  /** Null where it was not given; then the link says nothing. */
  readonly women: { readonly count: number; readonly of: number } | null;
}

/**
 * Votes of the conference by unit, of one ballot. It decides a tie of exactly these units; of several about the same ones
 * the first that does not leave all of them equal.
 */
export type TieBallot = Readonly<Record<string, number>>;

/** The place of a unit. */
export interface RankedUnit {
  readonly unitId: string;
  readonly total: Decimal;
  /** Shared by units that stay equal; null for one that is barred from the ranking. */
  readonly rank: number | null;
  /** The link that set it apart from units with the same total; null where the total did, or nothing does. */
  readonly decidedBy: TieBreak | null;
}

/** Units that stay equal. */
export interface Tie {
  readonly rank: number;
  readonly unitIds: readonly string[];
  /** The sheet leaves it to the ballot of the conference, which has not decided yet. */
  readonly needsBallot: boolean;
}

export interface Ranking {
  readonly rows: readonly RankedUnit[];
  readonly ties: readonly Tie[];
}

interface Group {
  readonly members: readonly Contender[];
  readonly decidedBy: TieBreak | null;
}

/** Negative when the first stands before the second. */
type Order = (a: Contender, b: Contender) => number;

/** What the links of a chain go by beside the scores. */
export interface TieGrounds {
  readonly ballots?: readonly TieBallot[];
  /**
   * From this share of women on a collective goes first (Decree 152/2025/NĐ-CP, article 4.6), by the rulebook of the day;
   * null or absent where it has no such rule: then that link says nothing.
   */
  readonly womenShare?: FractionText | null;
}

/** Ranks by total, then by the chain, link by link. Units that nothing sets apart share their rank and are named. */
export function rankingOf(
  contenders: readonly Contender[],
  chain: readonly TieBreak[],
  grounds: TieGrounds = {},
): Ranking {
  const ranked = byUnit(contenders.filter(({ score }) => !score.isBarred));
  const barred = byUnit(contenders.filter(({ score }) => score.isBarred));
  const byTotal: Order = (a, b) => compareDecimals(b.score.total, a.score.total);
  let groups: readonly Group[] = split({ members: ranked, decidedBy: null }, byTotal, null);
  for (const link of chain) {
    groups = groups.flatMap((group) => decided(group, link, grounds));
  }
  const hasBallot = chain.some(({ by }) => by === 'ballot');
  const placed = withRanks(groups);
  return {
    rows: [
      ...placed.flatMap(({ rank, members, decidedBy }) => members.map((each) => rowOf(each, rank, decidedBy))),
      ...barred.map((each) => rowOf(each, null, null)),
    ],
    ties: placed
      .filter(({ members }) => members.length > 1)
      .map(({ rank, members }) => ({ rank, unitIds: members.map(({ unitId }) => unitId), needsBallot: hasBallot })),
  };
}

/** The order of the input must not decide: units are listed by id where nothing sets them apart. */
function byUnit(contenders: readonly Contender[]): readonly Contender[] {
  return [...contenders].sort((a, b) => (a.unitId < b.unitId ? -1 : 1));
}

function rowOf({ unitId, score: { total } }: Contender, rank: number | null, decidedBy: TieBreak | null): RankedUnit {
  return { unitId, total, rank, decidedBy };
}

function withRanks(groups: readonly Group[]): readonly (Group & { readonly rank: number })[] {
  let before = 0;
  return groups.map((group) => {
    const rank = before + 1;
    before += group.members.length;
    return { ...group, rank };
  });
}

/** A group after one link. Whom a ballot leaves equal another one may be about. */
function decided(group: Group, link: TieBreak, grounds: TieGrounds): readonly Group[] {
  const parts = split(group, orderOf(link, group.members, grounds), link);
  if (link.by !== 'ballot' || parts.length === 1) return parts;
  return parts.flatMap((part) => decided(part, link, grounds));
}

/** The parts of a group in their order; the group itself where the order says nothing. */
function split(group: Group, order: Order | undefined, link: TieBreak | null): readonly Group[] {
  if (!order || group.members.length < 2) return [group];
  const parts: Contender[][] = [];
  for (const contender of [...group.members].sort(order)) {
    const last = parts.at(-1);
    if (last?.[0] && order(last[0], contender) === 0) last.push(contender);
    else parts.push([contender]);
  }
  return parts.length === 1 ? [group] : parts.map((members) => ({ members, decidedBy: link }));
}

function orderOf(
  { by, code }: TieBreak,
  members: readonly Contender[],
  { ballots = [], womenShare = null }: TieGrounds,
): Order | undefined {
  if (by === 'criterion') {
    return (a, b) => compareFractions(b.score.points.get(code ?? '') ?? ZERO, a.score.points.get(code ?? '') ?? ZERO);
  }
  if (by === 'fewerPenalties') return (a, b) => compareFractions(a.score.penalty, b.score.penalty);
  if (by === 'womenCollective') {
    if (womenShare === null || members.some(({ women }) => women === null)) return undefined;
    return (a, b) => Number(isOfWomen(b, womenShare)) - Number(isOfWomen(a, womenShare));
  }
  const votes = ballots.find((ballot) => isAbout(ballot, members) && new Set(Object.values(ballot)).size > 1);
  return votes && ((a, b) => (votes[b.unitId] ?? 0) - (votes[a.unitId] ?? 0));
}

function isOfWomen({ women }: Contender, fraction: FractionText): boolean {
  return women !== null && reaches(women.count, women.of, { fraction, comparator: 'atLeast' });
}

function isAbout(ballot: TieBallot, members: readonly Contender[]): boolean {
  return Object.keys(ballot).length === members.length && members.every(({ unitId }) => Object.hasOwn(ballot, unitId));
}
