import type { Cited } from '../cited.types';

/**
 * A condition of a standard that stands alone. `is` names the predicate; what else it needs is in `with`, whose keys and
 * values the predicate declares (`predicates.ts`). `citation` and `status` are those of the standard where a rule of the
 * file gives none of its own.
 */
export interface Condition extends Cited {
  readonly is: string;
  readonly with: ConditionParameters;
}

/** Parameters of a predicate: words, codes of tiers, whole numbers, fractions as text (`7/10`), lists of words. */
export type ConditionParameters = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** What a standard asks: one condition, all of several, one of several, or a number of several. */
export type Rule =
  | { readonly condition: Condition }
  | { readonly all: readonly Rule[] }
  | { readonly any: readonly Rule[] }
  | { readonly atLeast: number; readonly of: readonly Rule[] };

/** The standard of a tier for one kind of subject. */
export interface Standard extends Cited {
  readonly rule: Rule;
}
