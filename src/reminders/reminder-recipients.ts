import { daysBetween, localDateOf, type Instant, type LocalDate } from '../../workflows/kernel';
import {
  escalationAt,
  isForWhoOwes,
  OWING_RECIPIENTS,
  type OwingRecipient,
  type ReminderRule,
} from '../../workflows/reminder';
import type { QueuedOccurrence } from '../platform/deadlines/occurrence-log';
import type { RowReader } from '../platform/persistence';
import type { OwedThings, UnitsByDeadline } from './owed-things';
import type { Recipient, RecipientDirectory, RecipientOfUnit } from './recipient-directory.port';
import type { ReminderSubject, ReminderSubjects } from './reminder-subjects';

/** An occurrence with the rule that it follows. */
export interface RuledOccurrence {
  readonly occurrence: QueuedOccurrence;
  readonly rule: ReminderRule;
}

/** Somebody to be told, for how many units of the deadline, and from which place the notice is seen. */
export interface Addressee extends Recipient {
  readonly owingCount: number;
  readonly seenFrom: string;
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
    /** Of occurrences that are for who owes, and of those that are for all who are asked. */
    private readonly units: { readonly owing: UnitsByDeadline; readonly asked: UnitsByDeadline },
  ) {}

  /** Asks at once of which units something is asked, or owed, by the deadlines of these occurrences. */
  static async for(sources: RecipientSources, ruled: readonly RuledOccurrence[]): Promise<ReminderRecipients> {
    const unitsOf = (which: 'owing' | 'asked'): Promise<UnitsByDeadline> => {
      const meant = ruled.filter((each) => whichOf(each, localDateOf(sources.at)) === which);
      const deadlines = new Map(meant.map(({ occurrence: { deadline } }) => [deadline.id, deadline]));
      return sources.owed.unitsOf(sources.rows, [...deadlines.values()], which);
    };
    return new ReminderRecipients(sources, { owing: await unitsOf('owing'), asked: await unitsOf('asked') });
  }

  /** The day on which the recipients are told. */
  get saidOn(): LocalDate {
    return localDateOf(this.sources.at);
  }

  subjectOf({ deadline: { streamKind, streamId } }: QueuedOccurrence): Promise<ReminderSubject> {
    return remembered(this.subjects, `${streamKind} ${streamId}`, () =>
      this.sources.names.find(this.sources.rows, streamKind, streamId),
    );
  }

  /** Everybody the rule names, each once, however many seats they hold, in the order of their ids. */
  async of({ rule, occurrence }: RuledOccurrence): Promise<Addressees> {
    const { offsetDays, deadline } = occurrence;
    const which = whichOf({ rule, occurrence }, this.saidOn);
    const unitIds = this.units[which].get(deadline.id) ?? (which === 'owing' ? [] : 'all');
    if (which === 'owing' && unitIds.length === 0) return 'nobodyOwes';
    const found = new Map<string, Addressee>();
    for (const recipient of escalationAt(rule, offsetDays)?.recipients ?? rule.recipients) {
      const holders =
        unitIds !== 'all' && isOfOwing(recipient)
          ? await this.holdersIn(recipient, unitIds)
          : await this.holdersAround(recipient as Exclude<typeof recipient, 'parentOffice'>, occurrence, unitIds);
      for (const holder of holders)
        if ((found.get(holder.userId)?.owingCount ?? -1) < holder.owingCount) found.set(holder.userId, holder);
    }
    return [...found.values()].sort((a, b) => (a.userId < b.userId ? -1 : 1));
  }

  /** Holders of seats at the unit of the deadline, or in its council. */
  private async holdersAround(
    recipient: Exclude<ReminderRule['recipients'][number], 'parentOffice'>,
    occurrence: QueuedOccurrence,
    unitIds: readonly string[] | 'all',
  ): Promise<readonly Addressee[]> {
    const { unitPath } = occurrence.deadline;
    const { councilId, personIds } = await this.subjectOf(occurrence);
    const { directory, rows, at } = this.sources;
    const query = { recipient, unitPath, councilId, ...(personIds ? { personIds } : {}) };
    const key = `${recipient} ${unitPath} ${personIds?.join() ?? councilId ?? ''}`;
    const holders = await remembered(this.seats, key, () => directory.recipientsFor(rows, query, at));
    const owingCount = unitIds === 'all' ? 0 : unitIds.length;
    return holders.map((holder) => ({ ...holder, owingCount, seenFrom: unitPath }));
  }

  /** Holders of seats at, or right above, these units. */
  private async holdersIn(recipient: OwingRecipient, unitIds: readonly string[]): Promise<readonly Addressee[]> {
    const byUnit = await remembered(this.ofUnits, recipient, () => this.holdersByUnit(recipient));
    const found = new Map<string, Addressee>();
    for (const { unitId: _, seatPath, ...holder } of unitIds.flatMap((id) => byUnit.get(id) ?? [])) {
      const owingCount = (found.get(holder.userId)?.owingCount ?? 0) + 1;
      found.set(holder.userId, { ...holder, owingCount, seenFrom: seatPath });
    }
    return [...found.values()];
  }

  private async holdersByUnit(recipient: OwingRecipient): Promise<ReadonlyMap<string, readonly RecipientOfUnit[]>> {
    const { directory, rows, at } = this.sources;
    const named = [...this.units.owing.values(), ...this.units.asked.values()];
    const unitIds = [...new Set(named.flatMap((units) => (units === 'all' ? [] : units)))];
    return grouped(await directory.recipientsOfUnits(rows, { recipient, unitIds }, at));
  }
}

function whichOf({ rule, occurrence }: RuledOccurrence, saidOn: LocalDate): 'owing' | 'asked' {
  const { offsetDays, deadline } = occurrence;
  return isForWhoOwes(rule, offsetDays, daysBetween(deadline.dueOn, saidOn)) ? 'owing' : 'asked';
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
