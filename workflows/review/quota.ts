import { parseFraction, type FractionText } from '../kernel';

/** A number of places as a share of a base: 15% of 47, rounded down unless the council says otherwise. */
export interface QuotaShare {
  readonly fraction: FractionText;
  readonly base: number;
  /** No text of law says how to round; down is what nobody can object to. */
  readonly rounding: 'down' | 'up';
}

/** Who decides when several are level at the last place: another ballot, or the chair where the council's rules say so. */
export type QuotaTie = 'revote' | 'chairDecides';

/** Who passed and wants a place. */
export interface Candidate {
  readonly id: string;
  /** Votes in favour, then those of each ballot that was held to break a tie. */
  readonly votes: readonly number[];
  readonly isWoman: boolean;
}

/** How those are told apart who have the same number of votes. */
export interface TieRule {
  /** The woman first at equal eligibility (Decree 152/2025/NĐ-CP, article 4.6): where the rules of the case or the quota say so. */
  readonly womanFirst: boolean;
  /** The order that the chair has declared, among those named in it. */
  readonly order: readonly string[];
}

/** Who gets a place, who waits, in their order, and who stands level at the last place so that nobody can say. */
export interface Allotment {
  readonly placedIds: readonly string[];
  readonly waitingIds: readonly string[];
  readonly tiedIds: readonly string[];
}

/** How many places a share makes, exactly. Throws a RangeError on a negative share or base, or a base that is no whole number. */
export function placesOf({ fraction, base, rounding }: QuotaShare): number {
  const { numerator, denominator } = parseFraction(fraction);
  if (numerator < 0n || base < 0) throw new RangeError('A quota cannot be negative');
  const product = numerator * BigInt(base);
  const floor = product / denominator;
  return Number(rounding === 'up' && floor * denominator < product ? floor + 1n : floor);
}

/**
 * Gives so many places to those with the most votes; the others wait in the same order. Where equals stand on both sides
 * of the last place, they are named as tied. Equals further down the waiting list keep the order of the agenda.
 */
export function allot(places: number, candidates: readonly Candidate[], rule: TieRule): Allotment {
  const ranked = [...candidates].sort((a, b) => compare(a, b, rule));
  const [last, next] = [ranked[places - 1], ranked[places]];
  const isTied = last !== undefined && next !== undefined && compare(last, next, rule) === 0;
  const tied = isTied ? ranked.filter((candidate) => compare(candidate, last, rule) === 0) : [];
  const ids = ranked.map(({ id }) => id);
  return { placedIds: ids.slice(0, places), waitingIds: ids.slice(places), tiedIds: tied.map(({ id }) => id) };
}

/** Those who come before somebody with as many votes because women go first. */
export function putFirst(candidates: readonly Candidate[]): readonly string[] {
  const others = candidates.filter(({ isWoman }) => !isWoman);
  return candidates
    .filter((each) => each.isWoman && others.some((other) => byVotes(each, other) === 0))
    .map(({ id }) => id);
}

function compare(a: Candidate, b: Candidate, { womanFirst, order }: TieRule): number {
  return byVotes(a, b) || (womanFirst ? Number(b.isWoman) - Number(a.isWoman) : 0) || byOrder(a, b, order);
}

function byVotes(a: Candidate, b: Candidate): number {
  const ballots = Array.from({ length: Math.max(a.votes.length, b.votes.length) }, (_, index) => index);
  return ballots.map((ballot) => (b.votes[ballot] ?? 0) - (a.votes[ballot] ?? 0)).find((more) => more !== 0) ?? 0;
}

/** The chair has ordered all that were tied, so who is not named was never level with who is. */
function byOrder(a: Candidate, b: Candidate, order: readonly string[]): number {
  const [left, right] = [order.indexOf(a.id), order.indexOf(b.id)];
  return left < 0 || right < 0 ? 0 : left - right;
}
