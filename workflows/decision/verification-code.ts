/** Digits and capital letters without those that are taken for one another: no 0, 1, I, L, O. Thirty-one, a prime. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** Signs drawn at random: 15 of 31 are some 74 bits, so that guessing finds nothing. */
const DRAWN = 15;

/** Signs in a group of the printed form. */
const GROUP = 4;

/** The largest number below which every sign is drawn as often as any other, out of a byte. */
const FAIR_BELOW = Math.floor(256 / ALPHABET.length) * ALPHABET.length;

/**
 * A verification code from random bytes, its last sign a check; undefined when too few bytes are fair and more must be
 * drawn. Twice as many bytes as signs are nearly always enough.
 */
export function verificationCodeFrom(bytes: readonly number[]): string | undefined {
  const fair = bytes.filter((byte) => byte < FAIR_BELOW).slice(0, DRAWN);
  if (fair.length < DRAWN) return undefined;
  const drawn = fair.map((byte) => byte % ALPHABET.length);
  return [...drawn, checkOf(drawn)].map((value) => ALPHABET.charAt(value)).join('');
}

/** A code as it is stored, from how somebody typed it: any case, with hyphens or spaces. Undefined when it cannot be one. */
export function verificationCode(typed: string): string | undefined {
  const code = typed.replace(/[\s-]/g, '').toUpperCase();
  const values = Array.from(code, (sign) => ALPHABET.indexOf(sign));
  if (values.length !== DRAWN + 1 || values.includes(-1)) return undefined;
  return values.at(-1) === checkOf(values.slice(0, -1)) ? code : undefined;
}

/** The code in groups, as papers print it: `7KQM-2XNP-9RTW-4HJC`. */
export function printedCode(code: string): string {
  return (code.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join('-');
}

/** Weighted by place over a prime: one wrong sign, or two that changed places, always shows. */
function checkOf(values: readonly number[]): number {
  return values.reduce((sum, value, index) => sum + (index + 2) * value, 0) % ALPHABET.length;
}
