import { Injectable } from '@nestjs/common';
import type { Instant, LocalDate } from '../../../workflows/kernel';
import { Ids } from '../ids/ids.port';
import { addToOutbox } from '../persistence/outbox';
import { placeholders } from '../persistence/placeholders';
import { UnitOfWork, type Tx } from '../persistence/unit-of-work.port';
import { WakeUp } from '../relay/wake-up';
import { verdictOn, type Verdict } from './catch-up';
import { DeadlineJob } from './deadline-jobs';
import { ReminderRules } from './reminder-rules.port';
import { lockFree } from './row-locks';

/** Most occurrences in one job: their recipients are written in one transaction. */
const BATCH = 200;

/** What became of a batch. */
export interface Released {
  readonly queued: number;
  readonly skipped: number;
  readonly isMore: boolean;
}

interface DueRow {
  readonly id: string;
  readonly dueAt: Instant;
  readonly kind: string;
  readonly dueOn: LocalDate;
  readonly isCurrent: number;
  readonly isSuperseded: number;
}

/** Hands occurrences whose moment has come to the job that tells people; those that were missed by the rule's policy. */
@Injectable()
export class OccurrenceReleaser {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rules: ReminderRules,
    private readonly ids: Ids,
    private readonly wakeUp: WakeUp,
  ) {}

  releaseBatch(now: Instant): Promise<Released> {
    return this.unitOfWork.run(async (tx) => {
      const due = await dueOccurrences(tx, now);
      const verdicts = due.map((row) => ({ id: row.id, verdict: this.judge(row, now) }));
      const queued: string[] = [];
      for (const [verdict, ids] of groups(verdicts)) {
        const isTold = verdict === 'tell' || verdict === 'late';
        await mark(tx, ids, isTold ? 'queued' : 'skipped', verdict);
        if (isTold) queued.push(...ids);
      }
      await this.enqueue(tx, queued, now);
      return { queued: queued.length, skipped: due.length - queued.length, isMore: due.length === BATCH };
    });
  }

  private judge(row: DueRow, now: Instant): Verdict {
    const catchUp = this.rules.planFor(row)?.catchUp;
    const isCurrent = row.isCurrent === 1;
    return verdictOn({ dueAt: row.dueAt, catchUp, isCurrent, isSuperseded: row.isSuperseded === 1 }, now);
  }

  private async enqueue(tx: Tx, occurrenceIds: readonly string[], now: Instant): Promise<void> {
    if (occurrenceIds.length === 0) return;
    const id = this.ids.next();
    const payload = { occurrenceIds };
    await addToOutbox(tx, [{ id, job: DeadlineJob.TellOccurrences, payload, availableAt: now, createdAt: now }]);
    tx.afterCommit(() => this.wakeUp.ring());
  }
}

function dueOccurrences(tx: Tx, now: Instant): Promise<DueRow[]> {
  return tx.rows<DueRow>(
    `SELECT o.id, o.due_at AS "dueAt", d.kind, d.due_on AS "dueOn",
       CASE WHEN d.generation = o.generation AND d.status <> 'dropped' THEN 1 ELSE 0 END AS "isCurrent",
       CASE WHEN EXISTS (
         SELECT 1 FROM occurrences later
         WHERE later.deadline_id = o.deadline_id AND later.generation = o.generation
           AND later.status = 'planned' AND later.due_at > o.due_at AND later.due_at <= ?
       ) THEN 1 ELSE 0 END AS "isSuperseded"
     FROM occurrences o JOIN deadlines d ON d.id = o.deadline_id
     WHERE o.status = 'planned' AND o.due_at <= ?
     ORDER BY o.due_at, o.id LIMIT ${BATCH} ${lockFree(tx.dialect, 'o')}`,
    [now, now],
  );
}

function groups(verdicts: readonly { id: string; verdict: Verdict }[]): Map<Verdict, string[]> {
  const found = new Map<Verdict, string[]>();
  for (const { id, verdict } of verdicts) found.set(verdict, [...(found.get(verdict) ?? []), id]);
  return found;
}

async function mark(tx: Tx, ids: readonly string[], status: 'queued' | 'skipped', verdict: Verdict): Promise<void> {
  const note = verdict === 'tell' ? null : verdict;
  await tx.change(`UPDATE occurrences SET status = ?, note = ? WHERE id IN ${placeholders(ids.length)}`, [
    status,
    note,
    ...ids,
  ]);
}
