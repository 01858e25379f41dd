import { Injectable } from '@nestjs/common';
import type { HourSpan, MailMode } from '../../../workflows/reminder';
import { placeholders, type RowReader } from '../../platform/persistence';
import { RulebooksService } from '../../rulebooks';

/** How a user is to be told: what they said, and the installation's policy for the rest. */
export interface Wish {
  /** Null when the language of the account holds. */
  readonly language: 'vi' | 'en' | null;
  readonly mode: MailMode;
  readonly quietHours: HourSpan | null;
}

interface PreferenceRow {
  readonly userId: string;
  readonly language: 'vi' | 'en' | null;
  readonly mail: MailMode | null;
  readonly quietFrom: string | null;
  readonly quietTo: string | null;
}

/** Answers how users want to be told. */
@Injectable()
export class Wishes {
  constructor(private readonly rulebooks: RulebooksService) {}

  /** The wishes of all these users, also of those who said nothing. */
  async of(rows: RowReader, userIds: readonly string[]): Promise<ReadonlyMap<string, Wish>> {
    if (userIds.length === 0) return new Map();
    const found = await rows.rows<PreferenceRow>(
      `SELECT user_id AS "userId", language, mail, quiet_from AS "quietFrom", quiet_to AS "quietTo"
       FROM reminder_preferences WHERE user_id IN ${placeholders(userIds.length)}`,
      userIds,
    );
    const byUser = new Map(found.map((row) => [row.userId, row]));
    return new Map(userIds.map((userId) => [userId, this.wishOf(byUser.get(userId))]));
  }

  private wishOf(said: PreferenceRow | undefined): Wish {
    const { mode, quietHours } = this.rulebooks.mailPolicy();
    const { language = null, mail = null, quietFrom = null, quietTo = null } = said ?? {};
    const own = quietFrom !== null && quietTo !== null ? { from: quietFrom, to: quietTo } : null;
    return { language, mode: mail ?? mode, quietHours: own ?? quietHours };
  }
}
