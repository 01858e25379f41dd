import type { Instant, LocalDate } from '../../workflows/kernel';
import type { Finding } from './checks/check';

/** One thing that happened in a rehearsal, as it happens. */
export type TimelineEntry = CommandEntry | ReminderEntry | NoteEntry | FindingEntry;

/** Somebody did something, or tried to. */
export interface CommandEntry {
  readonly kind: 'command';
  readonly at: Instant;
  readonly line: number;
  readonly who: string;
  readonly type: string;
  /** What the command is called. */
  readonly label: string;
  /** The name of what it was done to, or of what came of it. */
  readonly on: string | null;
  readonly outcome: string;
  /** What came of it in words: the new state, the reasons. */
  readonly detail: string;
}

/** People were told of a deadline. */
export interface ReminderEntry {
  readonly kind: 'reminder';
  readonly at: Instant;
  readonly deadline: string;
  /** Name of what it belongs to. */
  readonly of: string;
  readonly dueOn: LocalDate;
  readonly offsetDays: number;
  /** What they were told, in Vietnamese. */
  readonly message: string;
  /** How many deliveries. */
  readonly count: number;
}

/** What the file remarks. */
export interface NoteEntry {
  readonly kind: 'note';
  readonly at: Instant;
  readonly text: string;
}

/** Something was not as expected. */
export interface FindingEntry {
  readonly kind: 'finding';
  readonly at: Instant;
  readonly finding: Finding;
}

/** Hears of a rehearsal while it runs. */
export interface RehearsalListener {
  readonly entry: (entry: TimelineEntry) => void;
  /** So many of all steps are done. */
  readonly progress: (done: number, total: number) => void;
}
