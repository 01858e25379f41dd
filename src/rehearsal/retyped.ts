import type { Reason } from './world/rehearsal-world';

/** `values[3].value`: keys and positions. */
const STEPS = /[^.[\]]+/g;

/**
 * The input with numbers as text where the form said that it takes no number there: a file writes `7000` without
 * quotes, and only the form knows whether that is a count or a measured value. Undefined when there is none to change.
 */
export function retyped(input: unknown, reasons: readonly Reason[]): unknown {
  const paths = reasons.flatMap(({ field }) => (field === undefined ? [] : [field.match(STEPS) ?? []]));
  const numbers = paths.filter((path) => typeof valueAt(input, path) === 'number');
  if (numbers.length === 0) return undefined;
  return numbers.reduce((changed, path) => withText(changed, path), input);
}

function valueAt(input: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, step) => (value as Readonly<Record<string, unknown>> | undefined)?.[step], input);
}

function withText(value: unknown, [step, ...rest]: readonly string[]): unknown {
  if (step === undefined) return String(value);
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => (String(index) === step ? withText(item, rest) : item));
  }
  const entries = Object.entries(value as object) as [string, unknown][];
  return Object.fromEntries(entries.map(([key, each]) => [key, key === step ? withText(each, rest) : each]));
}
