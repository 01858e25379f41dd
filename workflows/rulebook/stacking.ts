import { compareDong, type Dong, type LocalDate } from '../kernel';
import type { StackingRule, TierKind } from './rulebook.types';

/** A prize that one subject was given, or would be. */
export interface PrizeClaim {
  readonly id: string;
  readonly kind: TierKind;
  readonly amount: Dong;
  /** The moment: what was decided on one day was decided at once. */
  readonly decidedOn: LocalDate;
  readonly achievedFrom: LocalDate;
  readonly achievedTo: LocalDate;
}

/** Why a prize is not due: a higher one stands for it. */
export interface NotDue {
  readonly reason: 'titlesOfOnePeriod' | 'titlesOfOtherPeriods' | 'forms' | 'titleAndForm';
  /** The claim that is paid instead. */
  readonly insteadId: string;
}

/**
 * Which prizes of one subject are not due, by claim id. Of several titles that one moment brings over one period only the
 * highest is paid; titles over other periods, forms for other achievements, and a title beside a form each are
 * (Decree 152/2025/NĐ-CP, articles 49.5 to 49.7). Nothing falls away where no rule is known.
 * Of equal prizes the one with the smaller id is paid, so that the answer does not depend on an order.
 */
export function notDue(
  rule: StackingRule | null | undefined,
  claims: readonly PrizeClaim[],
): ReadonlyMap<string, NotDue> {
  if (!rule) return new Map();
  const ranked = [...claims].sort((a, b) => compareDong(b.amount, a.amount) || (a.id < b.id ? -1 : 1));
  const found = new Map<string, NotDue>();
  for (const [index, claim] of ranked.entries()) {
    const standing = ranked.slice(0, index).filter(({ id }) => !found.has(id));
    const above = standing.find(
      (higher) => higher.decidedOn === claim.decidedOn && rule[relationOf(higher, claim)] === 'highestOnly',
    );
    if (above) found.set(claim.id, { reason: relationOf(above, claim), insteadId: above.id });
  }
  return found;
}

/** What two prizes of one moment are to each other, as the rule has it. */
function relationOf(a: PrizeClaim, b: PrizeClaim): NotDue['reason'] {
  if (a.kind !== b.kind) return 'titleAndForm';
  if (a.kind === 'form') return 'forms';
  const isOnePeriod = a.achievedFrom === b.achievedFrom && a.achievedTo === b.achievedTo;
  return isOnePeriod ? 'titlesOfOnePeriod' : 'titlesOfOtherPeriods';
}
