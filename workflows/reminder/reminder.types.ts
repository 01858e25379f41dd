import type { Instant, Label } from '../kernel';

/** The deadlines that remind. A deadline of another kind is kept, but tells nobody. */
export const REMINDER_KINDS = [
  'campaign.registrationCloses',
  'campaign.reportDue',
  'campaign.dossiersDue',
  'campaign.periodEnds',
  'dossier.appraisalDue',
  'review.meets',
  'review.answersDue',
  'publicity.pieceDue',
  'publicity.bodyDue',
] as const;

export type ReminderKind = (typeof REMINDER_KINDS)[number];

/** Whose seats are told; resolved into people when an occurrence is due, since seats change over the years. */
export const REMINDER_RECIPIENTS = [
  'unitHead',
  'unitOfficer',
  'standingOffice',
  'parentOffice',
  'councilMembers',
] as const;

export type ReminderRecipient = (typeof REMINDER_RECIPIENTS)[number];

/** The recipients that are found from a unit that owes: its own seats, and the standing office nearest above it. */
export const OWING_RECIPIENTS = [
  'unitHead',
  'unitOfficer',
  'parentOffice',
] as const satisfies readonly ReminderRecipient[];

export type OwingRecipient = (typeof OWING_RECIPIENTS)[number];

/** The deadlines by which units owe something, so that it is known of each whether it still does. */
export const OWED_KINDS = [
  'campaign.registrationCloses',
  'campaign.reportDue',
  'campaign.dossiersDue',
] as const satisfies readonly ReminderKind[];

export type OwedKind = (typeof OWED_KINDS)[number];

/** What becomes of occurrences whose time passed while nobody could be told: all are sent late, only the newest one, or none. */
export const CATCH_UP_POLICIES = ['sendLate', 'sendOnce', 'skip'] as const;

export type CatchUpPolicy = (typeof CATCH_UP_POLICIES)[number];

/** Where an occurrence lies as seen from the deadline. */
export type ReminderPhase = 'before' | 'onTheDay' | 'after';

/** Who else is told when something is still owed so many days after its day; `{count}` is how many units under them owe. */
export interface EscalationStep {
  readonly afterDays: number;
  readonly recipients: readonly OwingRecipient[];
  readonly message: Label;
}

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
  /** In these phases a unit that has done its part is left out; none when absent. */
  readonly onlyWhoOwes?: readonly ReminderPhase[];
  /** By days; never on a day of `offsetsDays`. None when absent. */
  readonly escalation?: readonly EscalationStep[];
  /** True when its mails leave at once, by themselves and in quiet hours too. */
  readonly isUrgent?: boolean;
}

/** A moment at which somebody is to be told. */
export interface ReminderOccurrence {
  readonly offsetDays: number;
  readonly at: Instant;
  readonly phase: ReminderPhase;
}
