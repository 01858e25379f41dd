import type { Decimal } from '../../kernel';
import type { PeriodClaim } from './statement.types';

/** A length of time, both days included: whole years, then whole months, then days. */
export interface Span {
  readonly years: number;
  readonly months: number;
  readonly days: number;
}

/** Something in a text that does not agree, with itself or with our records; always with both numbers. */
export type Finding =
  | {
      readonly kind: 'sumDiffers';
      readonly code: string;
      readonly stated: Decimal;
      /** What its parts add up to. */
      readonly found: Decimal;
      /** Each part without which the others add up to what is stated: perhaps it was meant not to count. */
      readonly agreesWithout: readonly string[];
    }
  | { readonly kind: 'exceedsWhole'; readonly code: string; readonly stated: Decimal; readonly found: Decimal }
  | {
      readonly kind: 'listedTwice';
      readonly code: string;
      readonly item: string;
      /** Places in the list, from 1. */
      readonly places: readonly number[];
    }
  | { readonly kind: 'listLengthDiffers'; readonly code: string; readonly stated: Decimal; readonly found: Decimal }
  | { readonly kind: 'listsOverlap'; readonly code: string; readonly other: string; readonly items: readonly string[] }
  | {
      readonly kind: 'periodDiffers';
      readonly code: string;
      readonly claim: PeriodClaim;
      readonly stated: Span;
      readonly found: Span;
    }
  | { readonly kind: 'recordsDiffer'; readonly code: string; readonly stated: Decimal; readonly found: Decimal };
