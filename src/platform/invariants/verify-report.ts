import type { Instant, Label } from '../../../workflows/kernel';
import type { Violation } from './invariant';

/** What one check found. */
export interface CheckReport {
  readonly name: string;
  readonly promise: number;
  readonly describe: Label;
  /** Things looked at. */
  readonly checked: number;
  /** All that was found, warnings included. */
  readonly violationCount: number;
  /** The first of them. */
  readonly violations: readonly Violation[];
  /** True when there is nothing, or nothing but warnings. */
  readonly ok: boolean;
}

/** What a run of the checks found. */
export interface VerifyReport {
  readonly at: Instant;
  readonly checks: readonly CheckReport[];
  readonly ok: boolean;
}
