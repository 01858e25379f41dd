import { Injectable } from '@nestjs/common';
import type { Instant } from '../../workflows/kernel';
import type { ReminderRule } from '../../workflows/reminder';
import {
  markSkipped,
  markTold,
  planAgain,
  queuedOccurrences,
  type QueuedOccurrence,
} from '../platform/deadlines/occurrence-log';
import { Ids } from '../platform/ids/ids.port';
import { addToOutbox, type Tx } from '../platform/persistence';
import { WakeUp } from '../platform/relay/wake-up';
import { RulebooksService } from '../rulebooks';
import { RecipientDirectory, type Recipient } from './recipient-directory.port';
import { ReminderJob } from './reminder-jobs';
import { ReminderRecipients } from './reminder-recipients';
import { ReminderSubjects } from './reminder-subjects';
import { reminderText } from './reminder-text';
import { insertDeliveries, insertNotices, type NewDelivery, type NewNotice } from './reminders.repository';

/** What is written for the occurrences of one job. */
interface Told {
  readonly occurrenceId: string;
  readonly deliveries: readonly NewDelivery[];
  readonly notices: readonly NewNotice[];
}

/** Tells the people whose seats a reminder rule names. */
@Injectable()
export class RemindersService {
  constructor(
    private readonly rulebooks: RulebooksService,
    private readonly directory: RecipientDirectory,
    private readonly subjects: ReminderSubjects,
    private readonly ids: Ids,
    private readonly wakeUp: WakeUp,
  ) {}

  /**
   * Resolves the recipients of this moment and records what each is told by which channel; mails leave by jobs of their own.
   * Occurrences that were told before are left out; why others are not told is written beside them.
   */
  async tell(tx: Tx, occurrenceIds: readonly string[], at: Instant): Promise<void> {
    const queued = await queuedOccurrences(tx, occurrenceIds);
    // The clock went back after they were handed over: they are told when their time comes.
    const early = queued.filter(({ dueAt }) => dueAt > at);
    const [current, replaced] = split(
      queued.filter(({ dueAt }) => dueAt <= at),
      ({ isCurrent }) => isCurrent,
    );
    const [ruled, unruled] = split(current, ({ deadline }) => this.rulebooks.reminder(deadline.kind) !== undefined);
    await planAgain(tx, idsOf(early));
    await markSkipped(tx, idsOf(replaced), 'replaced');
    await markSkipped(tx, idsOf(unruled), 'noRule');
    await this.tellAll(tx, ruled, at);
  }

  private async tellAll(tx: Tx, occurrences: readonly QueuedOccurrence[], at: Instant): Promise<void> {
    const recipients = new ReminderRecipients(tx, this.subjects, this.directory, at);
    const told: Told[] = [];
    for (const occurrence of occurrences) told.push(await this.compose(occurrence, recipients, at));
    const [heard, unheard] = split(told, ({ deliveries }) => deliveries.length > 0);
    const deliveries = heard.flatMap((each) => each.deliveries);
    await insertDeliveries(tx, deliveries);
    await insertNotices(
      tx,
      heard.flatMap(({ notices }) => notices),
    );
    await this.sendMails(tx, deliveries, at);
    await markTold(
      tx,
      heard.map(({ occurrenceId }) => occurrenceId),
      at,
    );
    await markSkipped(
      tx,
      unheard.map(({ occurrenceId }) => occurrenceId),
      'noRecipient',
    );
  }

  private async compose(occurrence: QueuedOccurrence, recipients: ReminderRecipients, at: Instant): Promise<Told> {
    const rule = this.rulebooks.reminder(occurrence.deadline.kind) as ReminderRule;
    const people = await recipients.of(rule, occurrence);
    const { name } = await recipients.subjectOf(occurrence);
    const message = reminderText(rule, occurrence, name);
    const { kind, streamKind: subjectKind, streamId: subjectId, unitPath } = occurrence.deadline;
    const parts = people.map((person) => {
      const deliveries = this.deliveriesOf(occurrence, person, at);
      const deliveryId = deliveries[0].id;
      const about = { kind, subjectKind, subjectId, unitPath, message, at };
      return { deliveries, notice: { id: this.ids.next(), userId: person.userId, deliveryId, ...about } };
    });
    return {
      occurrenceId: occurrence.id,
      deliveries: parts.flatMap(({ deliveries }) => deliveries),
      notices: parts.map(({ notice }) => notice),
    };
  }

  /** The notice first, then the mail if there is an address. */
  private deliveriesOf(
    { id: occurrenceId, isLate }: QueuedOccurrence,
    { userId, email }: Recipient,
    at: Instant,
  ): [NewDelivery, ...NewDelivery[]] {
    const about = { occurrenceId, userId, isLate, at };
    const notice: NewDelivery = { id: this.ids.next(), channel: 'notice', ...about };
    return email === null ? [notice] : [notice, { id: this.ids.next(), channel: 'mail', ...about }];
  }

  private async sendMails(tx: Tx, deliveries: readonly NewDelivery[], at: Instant): Promise<void> {
    const mails = deliveries.filter(({ channel }) => channel === 'mail');
    if (mails.length === 0) return;
    const messages = mails.map(({ id: deliveryId }) => ({
      id: this.ids.next(),
      job: ReminderJob.SendMail,
      payload: { deliveryId },
      dedupeKey: `${ReminderJob.SendMail} ${deliveryId}`,
      availableAt: at,
      createdAt: at,
    }));
    await addToOutbox(tx, messages);
    tx.afterCommit(() => this.wakeUp.ring());
  }
}

function idsOf(occurrences: readonly QueuedOccurrence[]): string[] {
  return occurrences.map(({ id }) => id);
}

/** Those of whom it is true, and the others. */
function split<Item>(items: readonly Item[], isFirst: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}
