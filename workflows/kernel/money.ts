import { toScaled, MAX_FRACTION_DIGITS, type Decimal } from './decimal';

declare const dongBrand: unique symbol;

/**
 * An amount of money in whole Vietnamese đồng as text, `1410000`; never negative. Text, so that it survives JSON
 * and no face turns it into a floating-point number.
 */
export type Dong = string & { readonly [dongBrand]: never };

/** Most digits of an amount: it stays an exact integer in every JSON reader and in every 64-bit column. */
export const MAX_DONG_DIGITS = 15;

const DONG = /^(0|[1-9]\d*)$/;

/** Takes text or a bigint for an amount. Throws a RangeError on a sign, a point, grouping, leading zeros or more than 15 digits. */
export function dong(amount: string | bigint): Dong {
  const text = String(amount);
  if (!DONG.test(text)) throw new RangeError(`"${text}" is not an amount of whole đồng like 1410000`);
  if (text.length > MAX_DONG_DIGITS) throw new RangeError(`${text} has more than ${MAX_DONG_DIGITS} digits`);
  return text as Dong;
}

/** The sum of any number of amounts; 0 of none. Throws a RangeError beyond 15 digits. */
export function addDong(...amounts: readonly Dong[]): Dong {
  return dong(amounts.reduce((total, amount) => total + BigInt(amount), 0n));
}

/** -1 when the first is smaller, 0 when they are equal, 1 when it is greater. Texts of amounts do not sort as amounts. */
export function compareDong(a: Dong, b: Dong): -1 | 0 | 1 {
  const difference = BigInt(a) - BigInt(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/**
 * The exact product of an amount and a coefficient, such as 0.3 × 2,340,000 = 702,000.
 * Throws a RangeError when it is not whole đồng or negative: rounding is a rule of its own (`roundUpTo`), never a side effect.
 */
export function multiplyDong(amount: Dong, coefficient: Decimal): Dong {
  const unit = 10n ** BigInt(MAX_FRACTION_DIGITS);
  const product = BigInt(amount) * toScaled(coefficient, MAX_FRACTION_DIGITS);
  if (product % unit !== 0n) throw new RangeError(`${coefficient} × ${amount} is not a whole number of đồng`);
  return dong(product / unit);
}

/**
 * The next multiple of the step at or above the amount: 702,000 rounded up to 10,000 is 710,000.
 * Prize money is rounded up to the next 10,000 đồng (Decree 152/2025/NĐ-CP, article 49.2).
 * Throws a RangeError on a step that is no positive integer.
 */
export function roundUpTo(amount: Dong, step: number): Dong {
  if (!Number.isSafeInteger(step) || step < 1) throw new RangeError(`${step} is not a step of whole đồng`);
  const size = BigInt(step);
  return dong(((BigInt(amount) + size - 1n) / size) * size);
}

/** The amount as Vietnamese read it: `1.410.000 đồng`. */
export function formatDong(amount: Dong): string {
  return `${amount.replace(/\B(?=(\d{3})+$)/g, '.')} đồng`;
}
