import { Injectable } from '@nestjs/common';
import type { Instant, Label } from '../../workflows/kernel';
import { Ids } from '../platform/ids/ids.port';
import { UnitOfWork, type Tx } from '../platform/persistence';
import { insertNotices, markRead } from './reminders.repository';

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
  constructor(
    private readonly ids: Ids,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Tells users, each once, in the transaction of the job that does it. Answers how many were told. */
  async notify(tx: Tx, userIds: readonly string[], announcement: Announcement, at: Instant): Promise<number> {
    const users = [...new Set(userIds)];
    await insertNotices(
      tx,
      users.map((userId) => ({ id: this.ids.next(), userId, deliveryId: null, ...announcement, at })),
    );
    return users.length;
  }

  /** Notes that a user has read a notice. False when it is not theirs, or was read before. */
  read(userId: string, noticeId: string, at: Instant): Promise<boolean> {
    return this.unitOfWork.run((tx) => markRead(tx, userId, noticeId, at));
  }
}
