import type { Instant } from '../../workflows/kernel';
import type { OwingRecipient, ReminderRecipient } from '../../workflows/reminder';
import type { RowReader } from '../platform/persistence';

/** Whose seats are asked for. */
export interface RecipientQuery {
  /**
   * `unitHead` and `unitOfficer`: seats on the unit and on every unit below it, where no units are named; `standingOffice`: seats that cover the unit;
   * `councilMembers`: members of the council.
   */
  readonly recipient: Exclude<ReminderRecipient, 'parentOffice'>;
  /** Materialised path of the unit that the deadline belongs to. */
  readonly unitPath: string;
  /** Set when the deadline belongs to something that a council does. */
  readonly councilId: string | null;
  /** Who counts as its members here; all of them on the day when absent. */
  readonly personIds?: readonly string[];
}

/** Whose seats are asked for, from units that owe something. */
export interface OwingRecipientQuery {
  /**
   * `unitHead` and `unitOfficer`: seats on the unit itself; `parentOffice`: the standing office nearest above it. A unit
   * that was merged is answered for by the one that took its place.
   */
  readonly recipient: OwingRecipient;
  readonly unitIds: readonly string[];
}

/** Somebody to be told. */
export interface Recipient {
  readonly userId: string;
  /** Null when there is no address: then only the notice in the application is left. */
  readonly email: string | null;
  readonly lang: 'vi' | 'en';
}

/** Somebody to be told of one unit. */
export interface RecipientOfUnit extends Recipient {
  readonly unitId: string;
  /** Path of the unit of the seat: a notice is seen from there, also where what it is of lies in another tree. */
  readonly seatPath: string;
}

/** Who holds which seat. Asked when somebody is to be told, since seats change over the years. */
export abstract class RecipientDirectory {
  /** Everybody who holds such a seat at this moment. */
  abstract recipientsFor(rows: RowReader, query: RecipientQuery, at: Instant): Promise<readonly Recipient[]>;
  /** The same for units that owe: one row for each unit and user. */
  abstract recipientsOfUnits(
    rows: RowReader,
    query: OwingRecipientQuery,
    at: Instant,
  ): Promise<readonly RecipientOfUnit[]>;
  /** One person's address and language of today; undefined when the user is gone. */
  abstract contactOf(rows: RowReader, userId: string): Promise<Recipient | undefined>;
}
