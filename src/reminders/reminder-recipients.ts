import type { Instant } from '../../workflows/kernel';
import type { ReminderRule } from '../../workflows/reminder';
import type { QueuedOccurrence } from '../platform/deadlines/occurrence-log';
import type { RowReader } from '../platform/persistence';
import type { Recipient, RecipientDirectory } from './recipient-directory.port';
import type { ReminderSubject, ReminderSubjects } from './reminder-subjects';

/** Finds names and recipients for one job: many occurrences have the same, and each is asked for once. */
export class ReminderRecipients {
  private readonly subjects = new Map<string, Promise<ReminderSubject>>();
  private readonly seats = new Map<string, Promise<readonly Recipient[]>>();

  constructor(
    private readonly rows: RowReader,
    private readonly names: ReminderSubjects,
    private readonly directory: RecipientDirectory,
    private readonly at: Instant,
  ) {}

  subjectOf({ deadline: { streamKind, streamId } }: QueuedOccurrence): Promise<ReminderSubject> {
    return remembered(this.subjects, `${streamKind} ${streamId}`, () =>
      this.names.find(this.rows, streamKind, streamId),
    );
  }

  /** Everybody the rule names, each once, however many seats they hold. */
  async of(rule: ReminderRule, occurrence: QueuedOccurrence): Promise<readonly Recipient[]> {
    const { unitPath } = occurrence.deadline;
    const { councilId } = await this.subjectOf(occurrence);
    const found = new Map<string, Recipient>();
    for (const recipient of rule.recipients) {
      const key = `${recipient} ${unitPath} ${councilId ?? ''}`;
      const query = { recipient, unitPath, councilId };
      const holders = await remembered(this.seats, key, () => this.directory.recipientsFor(this.rows, query, this.at));
      for (const holder of holders) found.set(holder.userId, holder);
    }
    return [...found.values()];
  }
}

function remembered<Value>(known: Map<string, Promise<Value>>, key: string, ask: () => Promise<Value>): Promise<Value> {
  const answer = known.get(key) ?? ask();
  known.set(key, answer);
  return answer;
}
