import type { Refusal } from '../../../workflows/kernel';

/** What a face sends to the runner. */
export interface CommandAccepted {
  readonly outcome: 'accepted';
  readonly id: string;
  readonly version: number;
  readonly state: string;
  /** True when this answer was given before to the same command id. */
  readonly isRepeat: boolean;
}

/** The rules say no: every reason, nothing written. */
export interface CommandRefused {
  readonly outcome: 'refused';
  readonly reasons: readonly Refusal[];
}

/** The actor's seats do not cover this transition on this unit. */
export interface CommandForbidden {
  readonly outcome: 'forbidden';
  /** Any one of these would do. */
  readonly permissions: readonly string[];
}

/** The caller had seen an older version and said so. */
export interface CommandStale {
  readonly outcome: 'stale';
  readonly version: number;
}

export type CommandResult = CommandAccepted | CommandRefused | CommandForbidden | CommandStale;
