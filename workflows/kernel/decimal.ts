import { fraction, type Fraction } from './fraction';

declare const decimalBrand: unique symbol;

/**
 * An exact decimal number as canonical text: `453.4`, `36694.6`, `-0.5`. One text per value: no leading or trailing
 * zeros, no `-0`. Units are those of the measure that holds it.
 */
export type Decimal = string & { readonly [decimalBrand]: never };

/** Most digits before the point. */
export const MAX_INTEGER_DIGITS = 15;

/** Most digits after the point; also the finest scale of `toScaled`. */
export const MAX_FRACTION_DIGITS = 6;

// Bounded, so that a hostile text costs nothing before its digits are counted.
const DECIMAL = /^(-?)(\d{1,64})(?:\.(\d{1,64}))?$/;
const UNIT = 10n ** BigInt(MAX_FRACTION_DIGITS);
const LIMIT = 10n ** BigInt(MAX_INTEGER_DIGITS) * UNIT;
const MAX_STORED = 2n ** 63n - 1n;

/**
 * Takes text for a decimal and brings it to its canonical form: `06` is 6, `1.50` is 1.5, `-0` is 0.
 * Throws a RangeError on a comma, an exponent, grouping, a bare point, or more digits than the limits.
 */
export function decimal(text: string): Decimal {
  const [, sign, written, writtenDigits = ''] = DECIMAL.exec(text) ?? [];
  if (sign === undefined || written === undefined) {
    throw new RangeError(`"${text}" is not a decimal like 36694.6: digits, a point, digits, without grouping`);
  }
  const integer = written.replace(/^0+/, '');
  const digits = writtenDigits.replace(/0+$/, '');
  if (integer.length > MAX_INTEGER_DIGITS || digits.length > MAX_FRACTION_DIGITS) {
    throw new RangeError(
      `"${text}" has more than ${MAX_INTEGER_DIGITS} digits before or ${MAX_FRACTION_DIGITS} after the point`,
    );
  }
  return textOf(BigInt(`${sign}${integer}${digits.padEnd(MAX_FRACTION_DIGITS, '0')}`));
}

/** -1 when the first is smaller, 0 when they are equal, 1 when it is greater. */
export function compareDecimals(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const difference = unitsOf(a) - unitsOf(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The exact sum. Throws a RangeError beyond the limits. */
export function addDecimals(a: Decimal, b: Decimal): Decimal {
  return textOf(unitsOf(a) + unitsOf(b));
}

/** The exact difference. Throws a RangeError beyond the limits. */
export function subtractDecimals(a: Decimal, b: Decimal): Decimal {
  return textOf(unitsOf(a) - unitsOf(b));
}

/** The exact product. Throws a RangeError when it needs more digits than the limits: it never rounds. */
export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  const product = unitsOf(a) * unitsOf(b);
  if (product % UNIT !== 0n)
    throw new RangeError(`${a} × ${b} needs more than ${MAX_FRACTION_DIGITS} digits after the point`);
  return textOf(product / UNIT);
}

/** The exact sum of any number of values; 0 of none. Only the total must keep the limits, so the order does not matter. */
export function sumDecimals(values: readonly Decimal[]): Decimal {
  return textOf(values.reduce((total, value) => total + unitsOf(value), 0n));
}

/** The exact quotient as a fraction, so that nothing is rounded before it is compared. Throws a RangeError on a divisor of 0. */
export function divideDecimals(dividend: Decimal, divisor: Decimal): Fraction {
  return fraction(unitsOf(dividend), unitsOf(divisor));
}

/**
 * The value in per cent of the plan, for reading only: `115.0` is written `115`. Undefined when the plan is 0.
 * Rounded half up on the magnitude to so many digits (0 to 6) after the point: 2.345 is 2.35, -2.345 is -2.35.
 * The result is plain text and no `Decimal`, because a rule must compare the exact values (`divideDecimals`, `reaches`).
 */
export function percentOf(value: Decimal, plan: Decimal, digits: number): string | undefined {
  assertScale(digits);
  if (unitsOf(plan) === 0n) return undefined;
  const { numerator, denominator } = divideDecimals(value, plan);
  const magnitude = (numerator < 0n ? -numerator : numerator) * 100n * 10n ** BigInt(digits);
  const rounded = (2n * magnitude + denominator) / (2n * denominator);
  return scaledText(numerator < 0n ? -rounded : rounded, digits);
}

/**
 * The value as an integer of so many decimal digits (0 to 6), for columns that SQL sums: 453.4 with 2 digits is 45340n.
 * Throws a RangeError when digits would be lost or the result does not fit a signed 64-bit column.
 */
export function toScaled(value: Decimal, digits: number): bigint {
  assertScale(digits);
  const step = 10n ** BigInt(MAX_FRACTION_DIGITS - digits);
  const units = unitsOf(value);
  if (units % step !== 0n) throw new RangeError(`${value} has more than ${digits} digits after the point`);
  const scaled = units / step;
  if (scaled > MAX_STORED || scaled < -MAX_STORED)
    throw new RangeError(`${value} with ${digits} digits exceeds 64 bits`);
  return scaled;
}

/** The decimal that `toScaled` stored with so many digits, or a sum of such. Throws a RangeError beyond the limits. */
export function fromScaled(scaled: bigint, digits: number): Decimal {
  assertScale(digits);
  return textOf(scaled * 10n ** BigInt(MAX_FRACTION_DIGITS - digits));
}

// Inside this file a decimal is counted in millionths, so that every operation is one on integers.
function unitsOf(value: Decimal): bigint {
  const [integer = '', digits = ''] = value.split('.');
  return BigInt(integer + digits.padEnd(MAX_FRACTION_DIGITS, '0'));
}

function textOf(units: bigint): Decimal {
  if (units >= LIMIT || units <= -LIMIT)
    throw new RangeError(`A decimal has at most ${MAX_INTEGER_DIGITS} digits before the point`);
  return scaledText(units, MAX_FRACTION_DIGITS) as Decimal;
}

function scaledText(scaled: bigint, digits: number): string {
  const all = String(scaled < 0n ? -scaled : scaled).padStart(digits + 1, '0');
  const integer = all.slice(0, all.length - digits);
  const rest = all.slice(all.length - digits).replace(/0+$/, '');
  return `${scaled < 0n ? '-' : ''}${integer}${rest === '' ? '' : `.${rest}`}`;
}

function assertScale(digits: number): void {
  if (!Number.isInteger(digits) || digits < 0 || digits > MAX_FRACTION_DIGITS) {
    throw new RangeError(`${digits} is not a number of digits from 0 to ${MAX_FRACTION_DIGITS}`);
  }
}
