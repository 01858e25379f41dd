import type { Instant, LocalDate } from '../../../workflows/kernel';

/** What becomes of moments that passed while nobody could be told: all are told late, only the newest one, or none. */
export type CatchUp = 'sendLate' | 'sendOnce' | 'skip';

/** A moment at which a deadline is reminded of. */
export interface ReminderMoment {
  /** Calendar days from the due day; each once. */
  readonly offsetDays: number;
  readonly dueAt: Instant;
}

/** All moments of one deadline. */
export interface ReminderPlan {
  readonly moments: readonly ReminderMoment[];
  readonly catchUp: CatchUp;
}

/** Who is reminded when is no business of the platform: a feature says it, for each kind of deadline. */
export abstract class ReminderRules {
  /** Undefined when nobody is reminded of deadlines of this kind. Pure: asked again and again. */
  abstract planFor(deadline: { readonly kind: string; readonly dueOn: LocalDate }): ReminderPlan | undefined;
}
