import { decimal } from '../../../workflows/kernel';
import { complain, type Reading } from './shape';
import { entryOf, type YamlMap, type YamlNode } from './yaml-node';

/** `92.5..99.9`: any value from the first to the last, with as many digits after the point. */
const SPAN = /^(-?\d{1,12})(?:\.(\d{1,6}))?\.\.(-?\d{1,12})(?:\.(\d{1,6}))?$/;

/** The value that stands for `{ drawn: [a, b] }` or `{ drawn: 92.5..99.9 }`; undefined for every other map. */
export function drawnFrom(node: YamlMap, reading: Reading): YamlNode | undefined {
  const entry = entryOf(node, 'drawn');
  if (!entry || node.entries.length !== 1) return undefined;
  const { value, line } = entry;
  if (value.kind === 'list' && value.items.length > 0) return reading.draws.oneOf(value.items);
  const span = value.kind === 'scalar' ? SPAN.exec(value.text) : null;
  if (span) return { kind: 'scalar', line, text: within(span, reading, line), isPlain: true };
  complain(reading, line, '"drawn" takes a list, or a span like 92.5..99.9');
  return undefined;
}

/** Counted in units of the last digit, so that nothing is rounded. */
function within(span: RegExpExecArray, reading: Reading, line: number): string {
  const [, first = '', firstDigits = '', last = '', lastDigits = ''] = span;
  const digits = Math.max(firstDigits.length, lastDigits.length);
  const low = BigInt(`${first}${firstDigits.padEnd(digits, '0')}`);
  const high = BigInt(`${last}${lastDigits.padEnd(digits, '0')}`);
  const count = Number(high - low) + 1;
  if (count < 1 || count > Number.MAX_SAFE_INTEGER) {
    complain(reading, line, 'a span runs from the smaller value to the larger one');
    return first;
  }
  return printed(low + BigInt(reading.draws.below(count)), digits);
}

function printed(units: bigint, digits: number): string {
  const sign = units < 0n ? '-' : '';
  const figures = String(units < 0n ? -units : units).padStart(digits + 1, '0');
  const whole = figures.slice(0, figures.length - digits);
  return digits === 0 ? `${sign}${whole}` : decimal(`${sign}${whole}.${figures.slice(-digits)}`);
}
