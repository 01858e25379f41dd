import type { Instant, Label } from '../kernel';

/** The deadlines that remind. A deadline of another kind is kept, but tells nobody. */
export const REMINDER_KINDS = [
  'campaign.registrationCloses',
  'campaign.reportDue',
  'campaign.dossiersDue',
  'campaign.periodEnds',
  'review.meets',
] as const;

export type ReminderKind = (typeof REMINDER_KINDS)[number];

/** Whose seats are told; resolved into people when an occurrence is due, since seats change over the years. */
export const REMINDER_RECIPIENTS = ['unitHead', 'unitOfficer', 'standingOffice', 'councilMembers'] as const;

export type ReminderRecipient = (typeof REMINDER_RECIPIENTS)[number];

/** What becomes of occurrences whose time passed while nobody could be told: all are sent late, only the newest one, or none. */
export const CATCH_UP_POLICIES = ['sendLate', 'sendOnce', 'skip'] as const;

export type CatchUpPolicy = (typeof CATCH_UP_POLICIES)[number];

/** Where an occurrence lies as seen from the deadline. */
export type ReminderPhase = 'before' | 'onTheDay' | 'after';

/** Who is told when about one kind of deadline; survives JSON. */
export interface ReminderRule {
  readonly kind: ReminderKind;
  /** Calendar days from the due day, ascending: -7 a week before, 0 on the day, 3 three days after. */
  readonly offsetsDays: readonly number[];
  /** In Asia/Ho_Chi_Minh, `08:00`. */
  readonly localTime: string;
  readonly recipients: readonly ReminderRecipient[];
  readonly catchUp: CatchUpPolicy;
  /** One sentence for each phase that the offsets reach, null for the others; may hold `{name}`, `{dueOn}` and `{days}`. */
  readonly messages: Readonly<Record<ReminderPhase, Label | null>>;
}

/** A moment at which somebody is to be told. */
export interface ReminderOccurrence {
  readonly offsetDays: number;
  readonly at: Instant;
  readonly phase: ReminderPhase;
}
