import { Injectable } from '@nestjs/common';
import type { Instant, Label } from '../../workflows/kernel';
import { Ids } from '../platform/ids/ids.port';
import type { Tx } from '../platform/persistence';
import { insertNotices } from './reminders.repository';

/** Something that users are told because it happened, not because a day is near. */
export interface Announcement {
  /** What happened: `campaign.launched`. */
  readonly kind: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  /** Path of the unit that the subject belongs to. */
  readonly unitPath: string;
  readonly message: Label;
}

/** Notices in the application, for every feature. */
@Injectable()
export class NoticesService {
  constructor(private readonly ids: Ids) {}

  /** Tells users, each once, in the transaction of the job that does it. Answers how many were told. */
  async notify(tx: Tx, userIds: readonly string[], announcement: Announcement, at: Instant): Promise<number> {
    const users = [...new Set(userIds)];
    await insertNotices(
      tx,
      users.map((userId) => ({ id: this.ids.next(), userId, deliveryId: null, ...announcement, at })),
    );
    return users.length;
  }
}
