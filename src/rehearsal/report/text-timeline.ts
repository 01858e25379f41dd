import { localMoment } from '../format/moment';
import type { CommandEntry, ReminderEntry, TimelineEntry } from '../timeline';

/** Command lines that are alike are told as one: fifteen wards that sign in one sitting are one line. */
interface Group {
  readonly first: CommandEntry;
  readonly entries: CommandEntry[];
}

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
  return (['line', 'type', 'outcome', 'detail', 'at'] as const).every((key) => first[key] === next[key]);
}

function groupText({ first, entries }: Group): string {
  const who = several([...new Set(entries.map(({ who }) => who))]);
  const on = several([...new Set(entries.flatMap(({ on }) => on ?? []))]);
  const times = entries.length > 1 ? `${entries.length} × ` : '';
  return `${who.padEnd(14)}  ${times}${first.label}${on === '' ? '' : ` · ${on}`} → ${first.detail}`;
}

function several(names: readonly string[]): string {
  if (names.length <= MOST_NAMES) return names.join(', ');
  return `${names[0] ?? ''} … ${names.at(-1) ?? ''}`;
}

function reminderText({ deadline, of, dueOn, offsetDays, count }: ReminderEntry): string {
  const when = offsetDays === 0 ? 'đúng ngày' : offsetDays < 0 ? `trước ${-offsetDays} ngày` : `sau ${offsetDays} ngày`;
  return `${'(nhắc việc)'.padEnd(14)}  ${deadline} · ${of}, hạn ${dueOn}, ${when}: ${count} lượt`;
}
