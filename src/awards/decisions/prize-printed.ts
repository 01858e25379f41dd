import type { Citation, Decimal, Dong } from '../../../workflows/kernel';
import type { Prize } from '../../../workflows/rulebook';

/** A prize and how it was worked out: salary × coefficient × multiplier, rounded up. */
export interface PrizePrinted {
  readonly amount: Dong;
  readonly baseSalary: Dong;
  readonly coefficient: Decimal;
  readonly multiplier: Decimal;
  /** Đồng; the product is rounded up to the next multiple. */
  readonly roundedUpTo: number;
  readonly citations: readonly Citation[];
}

/** The prize with the step that it was rounded by. */
export function prizePrinted(
  { amount, baseSalary, coefficient, multiplier, citations }: Prize,
  roundedUpTo: number,
): PrizePrinted {
  return { amount, baseSalary, coefficient, multiplier, roundedUpTo, citations };
}
