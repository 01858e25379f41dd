import { MS_PER_HOUR, millisecondsBetween, type Instant } from '../../../workflows/kernel';
import type { CatchUp } from './reminder-rules.port';

/** From here on an occurrence counts as missed: a worker that restarts is back within minutes. */
export const MISSED_AFTER_MS = MS_PER_HOUR;

/** An occurrence whose moment has come. */
export interface DueOccurrence {
  readonly dueAt: Instant;
  /** Undefined when the rule is gone. */
  readonly catchUp: CatchUp | undefined;
  /** The deadline has neither moved nor gone since this was planned. */
  readonly isCurrent: boolean;
  /** A later occurrence of the same deadline is due as well. */
  readonly isSuperseded: boolean;
}

/** What is done with it; `late`, and every reason to skip, is written beside the occurrence. */
export type Verdict = 'tell' | 'late' | 'missed' | 'superseded' | 'replaced' | 'noRule';

/** Decides by the rule's catch-up policy whether an occurrence whose moment has come is still told. */
export function verdictOn({ dueAt, catchUp, isCurrent, isSuperseded }: DueOccurrence, now: Instant): Verdict {
  if (!isCurrent) return 'replaced';
  if (catchUp === undefined) return 'noRule';
  if (millisecondsBetween(dueAt, now) <= MISSED_AFTER_MS) return 'tell';
  if (catchUp === 'skip') return 'missed';
  return catchUp === 'sendOnce' && isSuperseded ? 'superseded' : 'late';
}
