import type { Refusal } from '../../workflows/kernel';
import type { Permission } from '../platform/auth/permission';
import type { CommandRefused } from '../platform/runner/command-result';

/** Who may change a register: its keeper on that unit or above, and the system, which sets up and imports. */
export const KEEPERS: readonly Permission[] = ['register.keep', 'system'];

/** An entry of a feature's table of refusals: a stable code and what to do about it. */
export interface RefusalEntry {
  /** `FEATURE.REASON`. */
  readonly code: string;
  readonly vi: string;
  readonly en: string;
}

/** The reason that an entry stands for. */
export function refusal({ code, vi, en }: RefusalEntry): Refusal {
  return { code, message: { vi, en } };
}

/** The answer of a command that is refused before anything is written. */
export function refused(entry: RefusalEntry): CommandRefused {
  return { outcome: 'refused', reasons: [refusal(entry)] };
}

/** The refusals of those entries whose condition holds, in their order: a caller hears all reasons at once. */
export function refusalsWhen(...conditions: readonly (readonly [boolean, RefusalEntry])[]): readonly Refusal[] {
  return conditions.filter(([holds]) => holds).map(([, entry]) => refusal(entry));
}
