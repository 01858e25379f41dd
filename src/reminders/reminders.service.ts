import { Injectable } from '@nestjs/common';
import type { Instant } from '../../workflows/kernel';
import { DeadlineJob } from '../platform/deadlines/deadline-jobs';
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
import { OwedThings } from './owed-things';
import { RecipientDirectory } from './recipient-directory.port';
import { ReminderRecipients, type RuledOccurrence } from './reminder-recipients';
import { ReminderSubjects } from './reminder-subjects';
import { ReminderWriter } from './reminder-writer.service';
import { portionOf, type Portion } from './portions';
import { toldBefore } from './reminders.repository';

/** Most people told in one transaction: a province has thousands, and nobody else writes meanwhile on SQLite. */
const MOST_TOLD = 200;

/** Tells the people whose seats a reminder rule names. */
@Injectable()
export class RemindersService {
  constructor(
    private readonly rulebooks: RulebooksService,
    private readonly directory: RecipientDirectory,
    private readonly subjects: ReminderSubjects,
    private readonly owed: OwedThings,
    private readonly writer: ReminderWriter,
    private readonly ids: Ids,
    private readonly wakeUp: WakeUp,
  ) {}

  /**
   * Resolves the recipients of this moment and records what each is told by which channel; mails leave by jobs of their own.
   * Occurrences that were told before are left out; why others are not told is written beside them. Where there are more
   * people than one transaction should tell, another job goes on from here.
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
    await this.tellSome(
      tx,
      ruled.flatMap((occurrence) => {
        const rule = this.rulebooks.reminder(occurrence.deadline.kind);
        return rule ? [{ occurrence, rule }] : [];
      }),
      at,
    );
  }

  private async tellSome(tx: Tx, ruled: readonly RuledOccurrence[], at: Instant): Promise<void> {
    const { subjects: names, directory, owed } = this;
    const recipients = await ReminderRecipients.for({ rows: tx, names, directory, owed, at }, ruled);
    const told = await toldBefore(tx, idsOf(ruled.map(({ occurrence }) => occurrence)));
    const portions: Portion[] = [];
    let room = MOST_TOLD;
    for (const each of ruled) {
      const portion = await portionOf(each, recipients, told, room);
      room -= portion.people.length;
      portions.push(portion);
    }
    await this.writer.write(tx, portions, at);
    await this.close(tx, portions, at);
  }

  private async close(tx: Tx, portions: readonly Portion[], at: Instant): Promise<void> {
    const withOutcome = (asked: Portion['outcome']): string[] =>
      portions.filter(({ outcome }) => outcome === asked).map(({ occurrence }) => occurrence.id);
    await markTold(tx, withOutcome('told'), at);
    await markSkipped(tx, withOutcome('noRecipient'), 'noRecipient');
    await markSkipped(tx, withOutcome('settled'), 'settled');
    const occurrenceIds = withOutcome('more');
    if (occurrenceIds.length === 0) return;
    const job = DeadlineJob.TellOccurrences;
    await addToOutbox(tx, [{ id: this.ids.next(), job, payload: { occurrenceIds }, availableAt: at, createdAt: at }]);
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
