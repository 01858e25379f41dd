/**
 * An exact ratio in lowest terms with a positive denominator. It holds bigints, so it does not survive JSON:
 * contexts, commands and rulebooks carry `FractionText`.
 */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** A fraction as text that survives JSON: `2/3`. Rulebooks print it as the article does, so it need not be in lowest terms. */
export type FractionText = `${bigint}/${bigint}`;

/** How a count must stand to the share of the base: at least it ("từ 2/3 trở lên"), or over it ("trên 50%"). */
export type ThresholdComparator = 'atLeast' | 'moreThan';

/** A share that a count must reach, as it stands in a rulebook; survives JSON. */
export interface Threshold {
  readonly fraction: FractionText;
  readonly comparator: ThresholdComparator;
}

const FRACTION = /^(-?\d{1,40})\/(\d{1,40})$/;

/** The ratio of two integers, brought to lowest terms. Throws a RangeError on a denominator of zero. */
export function fraction(numerator: bigint, denominator: bigint): Fraction {
  if (denominator === 0n) throw new RangeError('A fraction cannot have the denominator 0');
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(absolute(numerator), absolute(denominator));
  return { numerator: (sign * numerator) / divisor, denominator: (sign * denominator) / divisor };
}

/** The integer as a fraction over 1. */
export function fractionOfInteger(value: bigint): Fraction {
  return { numerator: value, denominator: 1n };
}

/**
 * Reads `2/3`. Throws a RangeError on anything else: a decimal such as 0.8 is refused rather than read as 4/5,
 * because a rounded 0.67 in a rulebook would silently not be 2/3.
 */
export function parseFraction(text: string): Fraction {
  const [, numerator, denominator] = FRACTION.exec(text) ?? [];
  if (!numerator || !denominator) {
    throw new RangeError(`"${text}" is not a fraction like 2/3; write a decimal or a percentage as one, 80% as 4/5`);
  }
  return fraction(BigInt(numerator), BigInt(denominator));
}

/** The fraction as text, `2/3`: one text per value. */
export function fractionText({ numerator, denominator }: Fraction): FractionText {
  return `${numerator}/${denominator}`;
}

/** -1 when the first is smaller, 0 when they are equal, 1 when it is greater. */
export function compareFractions(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The exact product. */
export function multiplyFractions(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.numerator, a.denominator * b.denominator);
}

/**
 * Whether the count is the asked share of the base, decided by cross multiplication: 6 of 9 is at least 2/3,
 * 5 of 10 is not more than 1/2. None of an empty base reaches nothing, since a share of nobody is no support.
 * Throws a RangeError on a negative or broken count, base or share.
 */
export function reaches(count: number | bigint, base: number | bigint, threshold: Threshold): boolean {
  const counted = wholeCount(count);
  const whole = wholeCount(base);
  if (counted === 0n && whole === 0n) return false;
  const share = shareOf(threshold);
  const left = counted * share.denominator;
  const right = share.numerator * whole;
  return threshold.comparator === 'atLeast' ? left >= right : left > right;
}

/**
 * The smallest count that reaches the threshold: 6 for at least 2/3 of 9, 6 for more than 1/2 of 10.
 * It may be greater than the base (more than 1/1 of 9 needs 10, anything of 0 needs 1): then the base cannot pass at all.
 * Throws a RangeError on a negative or broken base or share.
 */
export function needed(base: number, threshold: Threshold): number {
  const share = shareOf(threshold);
  const whole = wholeCount(base);
  const product = share.numerator * whole;
  const floor = product / share.denominator;
  const isFloorEnough = threshold.comparator === 'atLeast' && floor * share.denominator === product;
  const least = isFloorEnough ? floor : floor + 1n;
  return Number(whole === 0n ? 1n : least);
}

function shareOf(threshold: Threshold): Fraction {
  const share = parseFraction(threshold.fraction);
  if (share.numerator < 0n) throw new RangeError(`A threshold cannot be ${threshold.fraction}`);
  return share;
}

function wholeCount(value: number | bigint): bigint {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole count`);
  if (value < 0) throw new RangeError(`A count cannot be ${value}`);
  return BigInt(value);
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}
