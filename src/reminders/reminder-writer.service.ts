import { Injectable } from '@nestjs/common';
import type { Instant } from '../../workflows/kernel';
import { mailTimeOf, type MailTime } from '../../workflows/reminder';
import { Ids } from '../platform/ids/ids.port';
import { addToOutbox, type Tx } from '../platform/persistence';
import { WakeUp } from '../platform/relay/wake-up';
import { RulebooksService } from '../rulebooks';
import { openDigests } from './digests/digests';
import type { PersonToTell, Portion } from './portions';
import { Wishes, type Wish } from './preferences/wishes';
import { ReminderJob } from './reminder-jobs';
import { insertDeliveries, insertNotices, type NewDelivery, type NewNotice } from './reminders.repository';

/** One person who is told of one occurrence, and when the mail of it leaves, if there is one. */
interface Telling extends Pick<Portion, 'occurrence'> {
  readonly person: PersonToTell;
  readonly mail: MailTime | undefined;
}

/** Writes what people are told: a notice at once, and a mail as they want it, by itself or together with others. */
@Injectable()
export class ReminderWriter {
  constructor(
    private readonly rulebooks: RulebooksService,
    private readonly wishes: Wishes,
    private readonly ids: Ids,
    private readonly wakeUp: WakeUp,
  ) {}

  /** In the transaction of the job that tells. */
  async write(tx: Tx, portions: readonly Portion[], at: Instant): Promise<void> {
    const userIds = new Set(portions.flatMap(({ people }) => people.map(({ userId }) => userId)));
    const wishes = await this.wishes.of(tx, [...userIds]);
    const tellings = portions.flatMap(({ occurrence, rule, people }) =>
      people.map((person) => {
        const wish = wishes.get(person.userId);
        return { occurrence, person, mail: this.mailTime(person, wish, rule.isUrgent ?? false, at) };
      }),
    );
    const digests = await openDigests(tx, this.ids, gatheredBy(tellings), at);
    await this.insert(tx, tellings, digests, at);
  }

  private mailTime(
    { email }: PersonToTell,
    wish: Wish | undefined,
    isUrgent: boolean,
    at: Instant,
  ): MailTime | undefined {
    return email === null || !wish ? undefined : mailTimeOf(at, wish, this.rulebooks.mailPolicy(), isUrgent);
  }

  private async insert(
    tx: Tx,
    tellings: readonly Telling[],
    digests: ReadonlyMap<string, string>,
    at: Instant,
  ): Promise<void> {
    const notices: NewNotice[] = [];
    const deliveries: NewDelivery[] = [];
    const single: { readonly deliveryId: string; readonly sendAt: Instant }[] = [];
    for (const { occurrence, person, mail } of tellings) {
      const { userId, message, seenFrom: unitPath } = person;
      const about = { occurrenceId: occurrence.id, userId, isLate: occurrence.isLate, at };
      const deliveryId = this.ids.next();
      const { kind, streamKind: subjectKind, streamId: subjectId } = occurrence.deadline;
      deliveries.push({ id: deliveryId, channel: 'notice', ...about });
      notices.push({ id: this.ids.next(), userId, deliveryId, kind, subjectKind, subjectId, unitPath, message, at });
      if (!mail) continue;
      const id = this.ids.next();
      const digestId = mail.isGathered ? (digests.get(userId) ?? null) : null;
      deliveries.push({ id, channel: 'mail', ...about, digestId, heldUntil: mail.isHeld ? mail.at : null });
      if (digestId === null) single.push({ deliveryId: id, sendAt: mail.at });
    }
    await insertDeliveries(tx, deliveries);
    await insertNotices(tx, notices);
    await this.sendMails(tx, single, at);
  }

  private async sendMails(
    tx: Tx,
    mails: readonly { readonly deliveryId: string; readonly sendAt: Instant }[],
    at: Instant,
  ): Promise<void> {
    if (mails.length === 0) return;
    const messages = mails.map(({ deliveryId, sendAt }) => ({
      id: this.ids.next(),
      job: ReminderJob.SendMail,
      payload: { deliveryId },
      dedupeKey: `${ReminderJob.SendMail} ${deliveryId}`,
      availableAt: sendAt,
      createdAt: at,
    }));
    await addToOutbox(tx, messages);
    tx.afterCommit(() => this.wakeUp.ring());
  }
}

/** The users whose mails of now leave together with others, each with the earliest moment that one of them wants. */
function gatheredBy(tellings: readonly Telling[]): ReadonlyMap<string, Instant> {
  const wishes = new Map<string, Instant>();
  for (const { person, mail } of tellings) {
    if (!mail?.isGathered) continue;
    const earlier = wishes.get(person.userId);
    wishes.set(person.userId, earlier !== undefined && earlier < mail.at ? earlier : mail.at);
  }
  return wishes;
}
