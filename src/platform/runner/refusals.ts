import type { Refusal } from '../../../workflows/kernel';
import type { CommandRefused } from './command-result';

/** An entry of a feature's table of refusals: a stable code and what to do about it. */
export interface RefusalText {
  /** `FEATURE.REASON`. */
  readonly code: string;
  readonly vi: string;
  readonly en: string;
}

/** The reason that an entry stands for. */
export function refusal({ code, vi, en }: RefusalText): Refusal {
  return { code, message: { vi, en } };
}

/** The answer of a command that is refused before anything is written. */
export function refused(entry: RefusalText): CommandRefused {
  return { outcome: 'refused', reasons: [refusal(entry)] };
}

/** The refusals of those entries whose condition holds, in their order: a caller hears all reasons at once. */
export function refusalsWhen(...conditions: readonly (readonly [boolean, RefusalText])[]): readonly Refusal[] {
  return conditions.filter(([holds]) => holds).map(([, entry]) => refusal(entry));
}

/** The entries of a table by these names: what a command may be refused with. */
export function entriesOf<Name extends string>(
  table: Readonly<Record<Name, RefusalText>>,
  ...names: readonly NoInfer<Name>[]
): readonly RefusalText[] {
  return names.map((name) => table[name]);
}
