import { decimal, divideDecimals, parseFraction, type Decimal, type Fraction, type FractionText } from '../kernel';

const ONE = decimal('1');

/** A planned or reported value as an exact fraction. Throws a RangeError on what is neither a decimal nor a fraction. */
export function exact(value: Decimal | FractionText): Fraction {
  return value.includes('/') ? parseFraction(value) : divideDecimals(decimal(value), ONE);
}
