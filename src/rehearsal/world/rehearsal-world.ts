import type { Instant, Label, LocalDate } from '../../../workflows/kernel';
import type { TallyAxis } from '../../../workflows/tally';
import type { EligibilitySight } from './eligibility-sight';

/** Something that a command brought into being: its kind is the first word of that command's type. */
export interface Thing {
  readonly kind: string;
  readonly id: string;
}

/** A command as somebody sends it. */
export interface SentCommand {
  /** Id of a user who has signed in; null for the system. */
  readonly userId: string | null;
  readonly commandId: string;
  readonly type: string;
  readonly instanceId?: string;
  readonly input: object;
  readonly comment?: string;
  readonly expectedVersion?: number;
}

/** A reason of a refusal, or a field that cannot be taken. */
export interface Reason {
  readonly code: string;
  readonly message: Label;
  /** Path of the field, where one is meant. */
  readonly field?: string;
}

/** What came of a command. */
export type Outcome =
  | { readonly outcome: 'accepted'; readonly id: string; readonly version: number; readonly state: string }
  | { readonly outcome: 'refused'; readonly reasons: readonly Reason[] }
  | { readonly outcome: 'forbidden'; readonly permissions: readonly string[] }
  | { readonly outcome: 'stale'; readonly version: number }
  | {
      readonly outcome: 'problem';
      readonly code: string;
      readonly message: string;
      readonly reasons: readonly Reason[];
    };

/** State and knowledge of a thing. */
export interface Sight {
  readonly state: string;
  readonly context: object;
}

/** A part of a thing that has an id of its own, and what it may be called by. */
export interface Part {
  readonly id: string;
  /** The id of what it is about, a period, a day. */
  readonly names: readonly string[];
}

/** Somebody was told of a deadline. */
export interface Reminder {
  readonly id: string;
  readonly at: Instant;
  /** `campaign.reportDue`. */
  readonly kind: string;
  /** `reportDue:<id>`: unique within the thing. */
  readonly deadlineKey: string;
  readonly thingId: string;
  readonly dueOn: LocalDate;
  /** Calendar days from the due day; negative before it. */
  readonly offsetDays: number;
  readonly userId: string;
  readonly channel: string;
  readonly isLate: boolean;
  /** What the user was told, in Vietnamese. */
  readonly message: string;
}

/** A command as a user may see it now. */
export interface Possibility {
  readonly type: string;
  readonly isPossible: boolean;
  readonly isPermitted: boolean;
  readonly reasonCodes: readonly string[];
}

/** How one item was voted on. */
export interface Ballot {
  readonly itemId: string;
  readonly isPassed: boolean | null;
  readonly inFavour: number | null;
  readonly base: number | null;
  readonly needed: number | null;
  readonly sentence: Label | null;
}

/** A quota: how many places there are, who has one, and who waits for one, each by the id of the case and in order. */
export interface QuotaSight {
  readonly places: number;
  readonly isOpen: boolean;
  readonly placedCaseIds: readonly string[];
  readonly waitingCaseIds: readonly string[];
}

/** A consultation: where it stands, its term, and what was answered and objected. */
export interface ConsultationSight {
  readonly kind: string;
  readonly state: string;
  readonly opensOn: string;
  /** Null where nobody set a term. */
  readonly dueOn: string | null;
  /** Whether an agency has let its term go by. */
  readonly isSilent: boolean;
  /** Number and day of the paper that answered; null while none did. */
  readonly answerNumber: string | null;
  readonly answeredOn: string | null;
  readonly objections: number;
  /** How many of them nobody has answered. */
  readonly unanswered: number;
}

/** A line of a tally: awards, heads and money by stage. */
export interface TalliedLine {
  readonly family: string;
  readonly year: number;
  /** Null in the totals over all tiers. */
  readonly tier: string | null;
  readonly subjectKind: string;
  readonly counts: Readonly<
    Record<string, { readonly awards: number; readonly heads: number; readonly money: string }>
  >;
}

/** What is known of a subject over the years. */
export interface SubjectHistory {
  /** Each by the code of its tier, or by its name where no rulebook knows it. */
  readonly awards: readonly { readonly tier: string; readonly family: string }[];
  readonly ratings: number;
  readonly initiatives: number;
  readonly disciplines: number;
  readonly freezes: number;
}

/** Something in a published text that does not agree. */
export interface ReconciledLine {
  readonly kind: string;
  /** Of the figure, list or period. */
  readonly code: string;
  /** Null where it is no number. */
  readonly stated: string | null;
  readonly found: string | null;
  /** In Vietnamese. */
  readonly message: string;
}

/** A published text checked with itself and with our records. */
export interface Reconciliation {
  readonly findings: readonly ReconciledLine[];
  /** What our records count, by the code of the figure. */
  readonly counted: ReadonlyMap<string, string>;
}

/** How a reported value stands to its plan. */
export interface MeasuredLine {
  readonly measureCode: string;
  readonly status: string;
  /** Of the plan, `132.6`; null where no percentage is shown. */
  readonly percent: string | null;
}

/** How often a measure, an indicator or a unit came out in which way. */
export interface OutcomeLine {
  readonly kind: 'measure' | 'indicator' | 'unit';
  /** Code of the measure or indicator, or id of the unit. */
  readonly key: string;
  readonly counts: Readonly<Record<string, number>>;
}

/** A check of the stored data that failed. */
export interface BrokenPromise {
  readonly check: string;
  readonly subject: string;
  readonly message: string;
}

/** The say over the clock. */
export interface WorldTime {
  now(): Instant;
  /** Puts the clock to a later moment. Nothing else happens. */
  moveTo(moment: Instant): void;
  /** The earliest moment at which a deadline or a job has something to do, past or future; undefined when never. */
  next(): Promise<Instant | undefined>;
  /** Looks at the deadlines, and does what is due and all that follows from it, until nothing is left. */
  settle(): Promise<void>;
  /** Finishes the jobs that a command left behind, without looking at the deadlines. */
  drain(): Promise<void>;
}

/** The way in. */
export interface WorldCommands {
  /** Lets a user send commands. */
  signIn(userId: string): Promise<void>;
  /** Never rejects for what the rules or the request are to blame; faults reject. */
  send(command: SentCommand): Promise<Outcome>;
  /** Sends many as one piece of work, as far as there is a way; answers in their order. Rejects as `send` does. */
  sendMany(commands: readonly SentCommand[]): Promise<readonly Outcome[]>;
  /** What a user is offered to do with a thing. */
  possibilitiesOf(userId: string, thing: Thing): Promise<readonly Possibility[]>;
}

/** What can be seen. */
export interface WorldReads {
  /** Undefined when there is none, or nothing is known but that it exists. */
  sightOf(thing: Thing): Promise<Sight | undefined>;
  partsOf(thing: Thing): Promise<readonly Part[]>;
  ballotsOf(reviewId: string): Promise<readonly Ballot[]>;
  quotaOf(quotaId: string): Promise<QuotaSight>;
  consultationOf(consultationId: string): Promise<ConsultationSight>;
  tallyOf(campaignId: string, axis: TallyAxis): Promise<readonly TalliedLine[]>;
  reconciliationOf(statementId: string): Promise<Reconciliation>;
  /** Of a person, a collective or a household. */
  historyOf(subject: Thing): Promise<SubjectHistory>;
  /** As somebody sees it who sees everything; from `completeFrom` on the registers hold everything. */
  eligibilityOf(caseId: string, completeFrom: LocalDate | null): Promise<EligibilitySight>;
  /** By the last verified values. */
  outcomesOf(campaignId: string): Promise<readonly OutcomeLine[]>;
  resultsOf(pledgeId: string, period: string): Promise<readonly MeasuredLine[]>;
  /** Who was told of what from this moment on, in order. */
  remindersFrom(at: Instant): Promise<readonly Reminder[]>;
  /** Jobs that failed and are not done, in words. */
  failedJobs(): Promise<readonly string[]>;
  brokenPromises(): Promise<readonly BrokenPromise[]>;
  /** What a command is called; its type where it has no name. */
  commandLabel(type: string): string;
  /** What a state of a kind of thing is called; the state itself where it has no name. */
  stateLabel(kind: string, state: string): string;
}

/**
 * The application as a rehearsal needs it: commands in, answers and records out, and the say over the clock.
 * Everything here can also be had over HTTP from running processes whose clock somebody else moves.
 */
export interface RehearsalWorld {
  readonly time: WorldTime;
  readonly commands: WorldCommands;
  readonly reads: WorldReads;
}
