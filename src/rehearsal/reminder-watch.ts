import type { Instant } from '../../workflows/kernel';
import type { Names } from './names';
import type { RehearsalListener, ReminderEntry } from './timeline';
import type { Reminder, WorldReads } from './world/rehearsal-world';

/** Collects who was told of what, and tells the listener of it in groups. */
export class ReminderWatch {
  private readonly told: Reminder[] = [];

  constructor(
    private readonly reads: Pick<WorldReads, 'remindersFrom'>,
    private readonly names: Names,
    private readonly start: Instant,
    private readonly listener: RehearsalListener,
  ) {}

  /** Everything so far, in order. */
  get all(): readonly Reminder[] {
    return this.told;
  }

  /** Takes in what is new. */
  async look(): Promise<void> {
    const last = this.told.at(-1)?.at ?? this.start;
    const known = new Set(this.told.filter(({ at }) => at === last).map(({ id }) => id));
    const fresh = (await this.reads.remindersFrom(last)).filter(({ id }) => !known.has(id));
    this.told.push(...fresh);
    for (const entry of this.entriesOf(fresh)) this.listener.entry(entry);
  }

  private entriesOf(fresh: readonly Reminder[]): readonly ReminderEntry[] {
    const groups = new Map<string, ReminderEntry>();
    for (const { at, kind: deadline, thingId, dueOn, offsetDays, deadlineKey, message, channel } of fresh) {
      const key = `${at} ${thingId} ${deadlineKey} ${dueOn} ${offsetDays} ${channel}`;
      const of = this.names.nameOf(thingId) ?? thingId;
      const count = (groups.get(key)?.count ?? 0) + 1;
      groups.set(key, { kind: 'reminder', at, deadline, of, dueOn, offsetDays, message: message || deadline, count });
    }
    return [...groups.values()];
  }
}
