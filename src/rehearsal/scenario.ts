import type { Instant } from '../../workflows/kernel';
import type { Check, RolesOfUsers } from './checks/check';
import type { DataMap } from './format/data';
import type { Reference } from './format/reference';

/** How a command is expected to end. */
export type Expected =
  | { readonly outcome: 'accepted' | 'forbidden' | 'stale' }
  /** For these reasons and no others; the sentence must occur in one of them. */
  | { readonly outcome: 'refused'; readonly codes: readonly string[]; readonly sentence: string | null }
  /** The request itself is wrong: `PLATFORM.NOT_FOUND`, `HTTP.INVALID_REQUEST`. */
  | { readonly outcome: 'problem'; readonly code: string };

/** Somebody does something. */
export interface CommandStep {
  readonly kind: 'command';
  readonly line: number;
  readonly at: Instant;
  /** Code of a user, or `system`. */
  readonly as: string;
  /** Type of the command, `campaign.launch`. */
  readonly do: string;
  /** What it is done to; null for a command that brings something into being. */
  readonly on: Reference | null;
  /** The name of what comes into being. */
  readonly ref: string | null;
  readonly input: DataMap;
  readonly comment: string | null;
  /** The version that the caller has seen. */
  readonly version: number | null;
  readonly expected: Expected;
  readonly note: string | null;
}

/** Many commands of one kind that are sent as one piece of work, each judged by itself. */
export interface BatchStep {
  readonly kind: 'batch';
  readonly line: number;
  readonly at: Instant;
  readonly commands: readonly CommandStep[];
  readonly note: string | null;
}

/** What must be true at this point. */
export interface CheckStep {
  readonly kind: 'check';
  readonly line: number;
  readonly at: Instant;
  readonly checks: readonly Check[];
  readonly note: string | null;
}

/** Time goes by. */
export interface PauseStep {
  readonly kind: 'pause';
  readonly line: number;
  readonly at: Instant;
  readonly note: string | null;
}

export type Step = CommandStep | BatchStep | CheckStep | PauseStep;

/** A whole rehearsal as its file tells it, every repetition written out. */
export interface Scenario {
  /** Path of the file, as it was given. */
  readonly file: string;
  readonly title: string;
  /** True when names and figures are made up as far as the file does not say otherwise. */
  readonly isSynthetic: boolean;
  readonly notes: string | null;
  readonly start: Instant;
  readonly seed: string;
  /** What fills the registers before the first step, as the system, at the start. */
  readonly setUp: readonly CommandStep[];
  readonly roles: RolesOfUsers;
  readonly steps: readonly Step[];
}
