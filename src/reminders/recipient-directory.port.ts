import type { Instant } from '../../workflows/kernel';
import type { ReminderRecipient } from '../../workflows/reminder';
import type { RowReader } from '../platform/persistence';

/** Whose seats are asked for. */
export interface RecipientQuery {
  /**
   * `unitHead` and `unitOfficer`: seats on the unit and on every unit below it; `standingOffice`: seats that cover the unit;
   * `councilMembers`: members of the council.
   */
  readonly recipient: ReminderRecipient;
  /** Materialised path of the unit that the deadline belongs to. */
  readonly unitPath: string;
  /** Set when the deadline belongs to something that a council does. */
  readonly councilId: string | null;
}

/** Somebody to be told. */
export interface Recipient {
  readonly userId: string;
  /** Null when there is no address: then only the notice in the application is left. */
  readonly email: string | null;
  readonly lang: 'vi' | 'en';
}

/** Who holds which seat. Asked when somebody is to be told, since seats change over the years. */
export abstract class RecipientDirectory {
  /** Everybody who holds such a seat at this moment. */
  abstract recipientsFor(rows: RowReader, query: RecipientQuery, at: Instant): Promise<readonly Recipient[]>;
  /** One person's address and language of today; undefined when the user is gone. */
  abstract contactOf(rows: RowReader, userId: string): Promise<Recipient | undefined>;
}
