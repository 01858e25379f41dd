import { decimal, divideDecimals, fraction, type Decimal, type Fraction } from '../kernel';

/** Nothing. */
export const ZERO: Fraction = { numerator: 0n, denominator: 1n };

const ONE = decimal('1');

/** A decimal as an exact fraction. */
export function exactOf(value: Decimal): Fraction {
  return divideDecimals(value, ONE);
}

/** The exact sum. */
export function plus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

/** The exact difference. */
export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { numerator: -b.numerator, denominator: b.denominator });
}

/** The value as a whole number of the last digit, rounded half up on the magnitude, and that digit's unit. */
function inDigits(
  { numerator, denominator }: Fraction,
  digits: number,
): { readonly whole: bigint; readonly unit: bigint } {
  const unit = 10n ** BigInt(digits);
  const magnitude = (numerator < 0n ? -numerator : numerator) * unit;
  const whole = (2n * magnitude + denominator) / (2n * denominator);
  return { whole: numerator < 0n ? -whole : whole, unit };
}

/** Rounded half up to so many digits after the point: 2.345 is 2.35. */
export function rounded(value: Fraction, digits: number): Fraction {
  const { whole, unit } = inDigits(value, digits);
  return fraction(whole, unit);
}

/** The same as a decimal. Throws a RangeError beyond the limits of decimals. */
export function roundedDecimal(value: Fraction, digits: number): Decimal {
  const { whole } = inDigits(value, digits);
  const all = String(whole < 0n ? -whole : whole).padStart(digits + 1, '0');
  const point = all.length - digits;
  return decimal(`${whole < 0n ? '-' : ''}${all.slice(0, point)}${digits === 0 ? '' : `.${all.slice(point)}`}`);
}
