import type { Instant } from '../../workflows/kernel';
import {
  escalationAt,
  isForWhoOwes,
  OWING_RECIPIENTS,
  type OwingRecipient,
  type ReminderRule,
} from '../../workflows/reminder';
import type { QueuedOccurrence } from '../platform/deadlines/occurrence-log';
import type { RowReader } from '../platform/persistence';
import type { OwedThings } from './owed-things';
import type { Recipient, RecipientDirectory, RecipientOfUnit } from './recipient-directory.port';
import type { ReminderSubject, ReminderSubjects } from './reminder-subjects';

/** An occurrence with the rule that it follows. */
export interface RuledOccurrence {
  readonly occurrence: QueuedOccurrence;
  readonly rule: ReminderRule;
}

/** Somebody to be told, and of how many units that still owe. */
export interface Addressee extends Recipient {
  readonly owingCount: number;
}

/** Whom an occurrence concerns: `nobodyOwes` when all have done their part. */
export type Addressees = readonly Addressee[] | 'nobodyOwes';

/** What recipients are found with. */
export interface RecipientSources {
  readonly rows: RowReader;
  readonly names: ReminderSubjects;
  readonly directory: RecipientDirectory;
  readonly owed: OwedThings;
  readonly at: Instant;
}

/** Finds names and recipients for one job: many occurrences have the same, and each is asked for once. */
export class ReminderRecipients {
  private readonly subjects = new Map<string, Promise<ReminderSubject>>();
  private readonly seats = new Map<string, Promise<readonly Recipient[]>>();
  private readonly ofUnits = new Map<OwingRecipient, Promise<ReadonlyMap<string, readonly RecipientOfUnit[]>>>();

  private constructor(
    private readonly sources: RecipientSources,
    private readonly owing: ReadonlyMap<string, readonly string[]>,
  ) {}

  /** Asks at once who owes by the deadlines of these occurrences, where that makes a difference. */
  static async for(sources: RecipientSources, ruled: readonly RuledOccurrence[]): Promise<ReminderRecipients> {
    const asked = ruled.filter(({ rule, occurrence }) => isForWhoOwes(rule, occurrence.offsetDays));
    const deadlines = new Map(asked.map(({ occurrence: { deadline } }) => [deadline.id, deadline]));
    return new ReminderRecipients(sources, await sources.owed.unitsOwing(sources.rows, [...deadlines.values()]));
  }

  subjectOf({ deadline: { streamKind, streamId } }: QueuedOccurrence): Promise<ReminderSubject> {
    return remembered(this.subjects, `${streamKind} ${streamId}`, () =>
      this.sources.names.find(this.sources.rows, streamKind, streamId),
    );
  }

  /** Everybody the rule names, each once, however many seats they hold, in the order of their ids. */
  async of({ rule, occurrence }: RuledOccurrence): Promise<Addressees> {
    const { offsetDays, deadline } = occurrence;
    const owingIds = isForWhoOwes(rule, offsetDays) ? (this.owing.get(deadline.id) ?? []) : undefined;
    if (owingIds?.length === 0) return 'nobodyOwes';
    const found = new Map<string, Addressee>();
    for (const recipient of escalationAt(rule, offsetDays)?.recipients ?? rule.recipients) {
      const holders =
        owingIds && isOfOwing(recipient)
          ? await this.holdersIn(recipient, owingIds)
          : await this.holdersAround(recipient as Exclude<typeof recipient, 'parentOffice'>, occurrence, owingIds);
      for (const holder of holders)
        if ((found.get(holder.userId)?.owingCount ?? -1) < holder.owingCount) found.set(holder.userId, holder);
    }
    return [...found.values()].sort((a, b) => (a.userId < b.userId ? -1 : 1));
  }

  /** Holders of seats at the unit of the deadline, or in its council. */
  private async holdersAround(
    recipient: Exclude<ReminderRule['recipients'][number], 'parentOffice'>,
    occurrence: QueuedOccurrence,
    owingIds: readonly string[] = [],
  ): Promise<readonly Addressee[]> {
    const { unitPath } = occurrence.deadline;
    const { councilId } = await this.subjectOf(occurrence);
    const { directory, rows, at } = this.sources;
    const query = { recipient, unitPath, councilId };
    const key = `${recipient} ${unitPath} ${councilId ?? ''}`;
    const holders = await remembered(this.seats, key, () => directory.recipientsFor(rows, query, at));
    return holders.map((holder) => ({ ...holder, owingCount: owingIds.length }));
  }

  /** Holders of seats at, or right above, the units that owe. */
  private async holdersIn(recipient: OwingRecipient, owingIds: readonly string[]): Promise<readonly Addressee[]> {
    const { directory, rows, at } = this.sources;
    const byUnit = await remembered(this.ofUnits, recipient, async () => {
      const unitIds = [...new Set([...this.owing.values()].flat())];
      return grouped(await directory.recipientsOfUnits(rows, { recipient, unitIds }, at));
    });
    const found = new Map<string, Addressee>();
    for (const { unitId: _, ...holder } of owingIds.flatMap((id) => byUnit.get(id) ?? []))
      found.set(holder.userId, { ...holder, owingCount: (found.get(holder.userId)?.owingCount ?? 0) + 1 });
    return [...found.values()];
  }
}

function isOfOwing(recipient: string): recipient is OwingRecipient {
  return (OWING_RECIPIENTS as readonly string[]).includes(recipient);
}

function grouped(recipients: readonly RecipientOfUnit[]): ReadonlyMap<string, readonly RecipientOfUnit[]> {
  const byUnit = new Map<string, RecipientOfUnit[]>();
  for (const recipient of recipients)
    byUnit.set(recipient.unitId, [...(byUnit.get(recipient.unitId) ?? []), recipient]);
  return byUnit;
}

function remembered<Key, Value>(known: Map<Key, Promise<Value>>, key: Key, ask: () => Promise<Value>): Promise<Value> {
  const answer = known.get(key) ?? ask();
  known.set(key, answer);
  return answer;
}
