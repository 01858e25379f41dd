import { localMoment } from '../format/moment';
import type { CommandEntry, ReminderEntry, TimelineEntry } from '../timeline';

/** Commands that are alike are told as one: fifteen wards that sign in one sitting are one line, and so is a ballot. */
interface Group {
  readonly first: CommandEntry;
  readonly entries: CommandEntry[];
}

/** So that what people did stands in one column. */
const WHO_WIDTH = 14;

/** Most names told of a group. */
const MOST_NAMES = 3;

/** Writes a timeline as lines for people, in Vietnamese. */
export class TextTimeline {
  private group: Group | undefined;

  constructor(
    private readonly file: string,
    private readonly write: (line: string) => void,
  ) {}

  entry(entry: TimelineEntry): void {
    if (entry.kind === 'command' && this.group && isAlike(this.group.first, entry)) {
      this.group.entries.push(entry);
      return;
    }
    this.flush();
    switch (entry.kind) {
      case 'command':
        this.group = { first: entry, entries: [entry] };
        return;
      case 'reminder':
        this.write(`${localMoment(entry.at)}  ${reminderText(entry)}`);
        return;
      case 'note':
        this.write(`${localMoment(entry.at)}  # ${entry.text.trim()}`);
        return;
      case 'finding':
        this.write(`${' '.repeat(16)}  ✗ ${this.file}:${entry.finding.line}  ${entry.finding.message}`);
    }
  }

  /** Writes what is kept back. */
  flush(): void {
    const { group } = this;
    this.group = undefined;
    if (group) this.write(`${localMoment(group.first.at)}  ${groupText(group)}`);
  }
}

function isAlike(first: CommandEntry, next: CommandEntry): boolean {
  return (['type', 'outcome', 'detail', 'at'] as const).every((key) => first[key] === next[key]);
}

function groupText({ first, entries }: Group): string {
  const who = several([...new Set(entries.map(({ who }) => who))]);
  const on = several([...new Set(entries.flatMap(({ on }) => on ?? []))]);
  const times = entries.length > 1 ? `${entries.length} × ` : '';
  return `${who.padEnd(WHO_WIDTH)}  ${times}${first.label}${on === '' ? '' : ` · ${on}`} → ${first.detail}`;
}

function several(names: readonly string[]): string {
  if (names.length <= MOST_NAMES) return names.join(', ');
  return `${names[0] ?? ''} … ${names.at(-1) ?? ''}`;
}

function reminderText({ message, count }: ReminderEntry): string {
  return `${'(nhắc việc)'.padEnd(WHO_WIDTH)}  ${count} lượt: ${message}`;
}
