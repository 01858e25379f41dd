import type { Label } from '../../workflows/kernel';
import type { ReminderRule } from '../../workflows/reminder';
import type { QueuedOccurrence } from '../platform/deadlines/occurrence-log';
import { reminderText } from './reminder-text';
import type { ReminderRecipients, Addressee, RuledOccurrence } from './reminder-recipients';

/** Somebody to be told now, in these words. */
export interface PersonToTell extends Pick<Addressee, 'userId' | 'email' | 'seenFrom'> {
  readonly message: Label;
}

/** Those whom one transaction tells of an occurrence, and what becomes of it then. */
export interface Portion {
  readonly occurrence: QueuedOccurrence;
  readonly rule: ReminderRule;
  readonly people: readonly PersonToTell[];
  /** `more`: others are told next; `settled`: nobody owes any more. */
  readonly outcome: 'told' | 'more' | 'noRecipient' | 'settled';
}

/** As many of those who were not told before as there is room for. `told` holds `occurrence user`. */
export async function portionOf(
  ruled: RuledOccurrence,
  recipients: ReminderRecipients,
  told: ReadonlySet<string>,
  room: number,
): Promise<Portion> {
  if (room <= 0) return { ...ruled, people: [], outcome: 'more' };
  const { occurrence, rule } = ruled;
  const wasBegun = [...told].some((key) => key.startsWith(occurrence.id));
  const { name, isOver = false } = await recipients.subjectOf(occurrence);
  const all = isOver ? 'nobodyOwes' : await recipients.of(ruled);
  if (all === 'nobodyOwes') return { ...ruled, people: [], outcome: wasBegun ? 'told' : 'settled' };
  const fresh = all.filter(({ userId }) => !told.has(`${occurrence.id} ${userId}`));
  const people = fresh.slice(0, room).map(({ userId, email, seenFrom, owingCount }) => ({
    ...{ userId, email, seenFrom },
    message: reminderText(rule, occurrence, { name, saidOn: recipients.saidOn, count: owingCount }),
  }));
  const isAnyone = wasBegun || people.length > 0;
  const outcome = people.length < fresh.length ? 'more' : isAnyone ? 'told' : 'noRecipient';
  return { ...ruled, people, outcome };
}
