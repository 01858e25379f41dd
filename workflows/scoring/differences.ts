import type { Entries } from './scoring.types';

/** The criteria whose value in the second sheet is another one than in the first. */
export function differingCodes(first: Entries, second: Entries): readonly string[] {
  const codes = [...new Set([...first.keys(), ...second.keys()])];
  return codes.filter((code) => first.get(code)?.value !== second.get(code)?.value);
}
