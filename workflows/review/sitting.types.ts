import type { Citation, Instant, LocalDate } from '../kernel';
import type { QuotaTie } from './quota';

/** Why a member does not come. A closed list: free text about people has no place in a state. */
export type AbsenceCause = 'duty' | 'leave' | 'personal' | 'unexcused';

/** A member who came late or left early. */
export interface Movement {
  readonly memberId: string;
  readonly kind: 'arrived' | 'left';
  readonly at: Instant;
}

/** One time the council sat: on the day of the round, and again after each adjournment. */
export interface Sitting {
  readonly on: LocalDate;
  /** Who was there when it began. */
  readonly presentIds: readonly string[];
  readonly absences: readonly { readonly memberId: string; readonly cause: AbsenceCause }[];
  readonly movements: readonly Movement[];
}

/** What whoever presided says for the minutes, by name: where a rule asks for the chair's own agreement. */
export interface Declaration {
  readonly memberId: string;
  readonly itemIds: readonly string[];
  readonly statement: 'agrees' | 'disagrees';
}

/** A place of a quota, or a number on its waiting list. */
export interface Place {
  readonly quotaId: string;
  readonly number: number | null;
  readonly waiting: number | null;
  /** The rule that put it before others with as many votes; absent where votes or the chair did. */
  readonly tieBy?: Citation;
}

/** Who came, and which absent members sent a proxy. */
export interface Attendance {
  readonly presentIds: readonly string[];
  readonly representedIds?: readonly string[];
  readonly absences?: Sitting['absences'];
}

/** A quota that governs a tier in this round, as its ledger stands now. */
export interface QuotaFacts {
  readonly quotaId: string;
  readonly tier: string;
  /** The items of its campaign among those of its tier; all of the tier where it is absent. */
  readonly itemIds?: readonly string[];
  /** Numbers of the places that are free, in their order. */
  readonly freeNumbers: readonly number[];
  /** The next number on the waiting list. */
  readonly nextWaiting: number;
  readonly tie: QuotaTie;
  readonly womanFirst: boolean;
  /** The rule by which women go first, where it is no declaration of the council alone. */
  readonly tieBy?: Citation;
}
