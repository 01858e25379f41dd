import type { Citation, Decimal, Dong } from '../../../workflows/kernel';
import type { Prize } from '../../../workflows/rulebook';
import type { PrizeNotDue } from './prizes-due';

/** A prize and how it was worked out: salary × coefficient × multiplier, rounded up. */
export interface PrizePrinted {
  readonly amount: Dong;
  readonly baseSalary: Dong;
  readonly coefficient: Decimal;
  readonly multiplier: Decimal;
  /** Đồng; the product is rounded up to the next multiple. */
  readonly roundedUpTo: number;
  readonly citations: readonly Citation[];
  /** Why it is not paid although it was worked out; absent where it is. */
  readonly notDue?: PrizeNotDue;
}

/** The prize with the step that it was rounded by. */
export function prizePrinted(
  { amount, baseSalary, coefficient, multiplier, citations }: Prize,
  roundedUpTo: number,
): PrizePrinted {
  return { amount, baseSalary, coefficient, multiplier, roundedUpTo, citations };
}

/** What is paid of a prize; null where none is known or it is not due. */
export function amountDue(prize: PrizePrinted | null): Dong | null {
  return prize === null || prize.notDue ? null : prize.amount;
}
