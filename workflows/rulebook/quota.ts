import { parseFraction, type Citation, type FractionText } from '../kernel';
import { tierOf } from './lookup';
import { citationOf } from './procedure';
import type { QuotaRule, RatingQuotaRule, Rulebook, SubjectKind } from './rulebook.types';

/** How a share that is no whole number of places is brought to one. */
export type QuotaRounding = QuotaRule['rounding'];

/** What a share is taken of, and how it is rounded. */
export interface QuotaCount {
  readonly share: FractionText;
  /** Whole number, at least 0. */
  readonly base: number;
  readonly rounding: QuotaRounding;
}

/** How many may have it: met and exceeded are told apart only where the base is known. */
export interface QuotaFinding {
  readonly finding: 'met' | 'notMet' | 'notProven';
  /** Null where nobody knows the base: then a person says it, with the paper it is from. */
  readonly places: number | null;
}

/**
 * So many places are the share of a base, exactly: 15% of 7 is one with `floor`. Throws a RangeError on a negative share or
 * base, and on a base that is no whole number.
 */
export function placesOfShare({ share, base, rounding }: QuotaCount): number {
  const { numerator, denominator } = parseFraction(share);
  if (!Number.isSafeInteger(base) || base < 0) throw new RangeError(`A quota cannot be of ${base}`);
  if (numerator < 0n) throw new RangeError(`A quota cannot be ${share}`);
  const product = numerator * BigInt(base);
  const whole = product / denominator;
  const rest = product % denominator;
  const isMore = rounding === 'ceiling' ? rest > 0n : rounding === 'halfUp' && 2n * rest >= denominator;
  return Number(isMore ? whole + 1n : whole);
}

/** The quotas that limit a tier for this kind of subject: those of the kind, and those over all kinds together. */
export function quotasOf(rulebook: Rulebook, code: string, kind: SubjectKind): readonly QuotaRule[] {
  return (tierOf(rulebook, code)?.quotas ?? []).filter(({ subjects }) => subjects === null || subjects === kind);
}

/** How a quota is rounded: as the council chose, where the text leaves it the choice; otherwise as the row says. */
export function roundingOf(rule: QuotaRule, chosen: QuotaRounding | null): QuotaRounding {
  return chosen !== null && leavesRoundingToCouncil(rule) ? chosen : rule.rounding;
}

/** Whether the text is silent on rounding, so that the council may say how. */
export function leavesRoundingToCouncil({ councilChoice, roundingBy }: QuotaRule): boolean {
  return roundingBy?.councilChoice ?? councilChoice;
}

/** Whether so many fit in. Without a base nothing is proven, neither that they do nor that they do not. */
export function quotaFinding(
  count: number,
  quota: Omit<QuotaCount, 'base'> & { readonly base: number | null },
): QuotaFinding {
  const { share, base, rounding } = quota;
  if (base === null) return { finding: 'notProven', places: null };
  const places = placesOfShare({ share, base, rounding });
  return { finding: count <= places ? 'met' : 'notMet', places };
}

/** The rows that a quota rests on: its own, and where its text is silent on rounding that of the rounding. */
export function quotaCitations(rule: QuotaRule): readonly Citation[] {
  return rule.roundingBy ? [citationOf(rule), citationOf(rule.roundingBy)] : [citationOf(rule)];
}

/**
 * How many of a unit or group may have the best rating: a share of those who were rated good, not of everybody
 * (Decree 335/2025/NĐ-CP). Null where the rule does not hold yet on that day.
 */
export function ratingPlaces(rule: RatingQuotaRule, ratedGood: number, on: string): number | null {
  if (rule.from !== null && on < rule.from) return null;
  return placesOfShare({ share: rule.share, base: ratedGood, rounding: rule.rounding });
}
