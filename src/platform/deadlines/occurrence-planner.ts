import { Injectable } from '@nestjs/common';
import { addMilliseconds, MS_PER_DAY, type Instant, type LocalDate } from '../../../workflows/kernel';
import { Ids } from '../ids/ids.port';
import { placeholders } from '../persistence/placeholders';
import { UnitOfWork, type Tx } from '../persistence/unit-of-work.port';
import { planAhead, type Outlook } from './plan-ahead';
import { ReminderRules } from './reminder-rules.port';
import { lockFree } from './row-locks';

interface WatchedDeadline {
  readonly id: string;
  readonly kind: string;
  readonly dueOn: LocalDate;
  readonly generation: number;
  readonly lookAt: Instant;
}

/** Deadlines looked at in one transaction. */
const BATCH = 200;
/** Reminders come at most so long after the day itself. */
const LONGEST_AFTER_MS = 366 * MS_PER_DAY;

/** Turns deadlines into occurrences as far as the horizon. Repeating it changes nothing: each moment is planned once. */
@Injectable()
export class OccurrencePlanner {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rules: ReminderRules,
    private readonly ids: Ids,
  ) {}

  /**
   * Has every deadline looked at again from now on: at the start, since the rules may have changed, and when the clock
   * went backwards, since what was armed in what is now the future is else left alone until then.
   */
  lookAgain(now: Instant): Promise<number> {
    return this.unitOfWork.run((tx) =>
      tx.change(
        `UPDATE deadlines SET look_at = ?
         WHERE status <> 'dropped' AND due_at > ? AND (look_at IS NULL OR look_at > ?)`,
        [now, addMilliseconds(now, -LONGEST_AFTER_MS), now],
      ),
    );
  }

  /** Plans for one batch of deadlines; answers how many occurrences, and whether there may be more deadlines to look at. */
  planBatch(now: Instant, horizon: Instant): Promise<{ readonly planned: number; readonly isMore: boolean }> {
    return this.unitOfWork.run(async (tx) => {
      const watched = await tx.rows<WatchedDeadline>(
        `SELECT id, kind, due_on AS "dueOn", generation, look_at AS "lookAt" FROM deadlines
         WHERE look_at <= ? ORDER BY look_at, id LIMIT ${BATCH} ${lockFree(tx.dialect, 'deadlines')}`,
        [horizon],
      );
      const outlooks = watched.map((deadline) => ({
        deadline,
        outlook: planAhead(this.rules.planFor(deadline), deadline.lookAt, horizon),
      }));
      const planned = await this.insert(tx, outlooks, now);
      await lookAtLater(tx, outlooks);
      return { planned, isMore: watched.length === BATCH };
    });
  }

  private async insert(tx: Tx, outlooks: readonly Looked[], now: Instant): Promise<number> {
    const rows = outlooks.flatMap(({ deadline, outlook }) =>
      outlook.moments.map(({ offsetDays, dueAt }) => {
        const moment = [deadline.id, deadline.generation, offsetDays, dueAt];
        return [this.ids.next(), ...moment, 'planned', now];
      }),
    );
    if (rows.length === 0) return 0;
    return tx.change(
      `INSERT INTO occurrences (id, deadline_id, generation, offset_days, due_at, status, created_at)
       VALUES ${rows.map((row) => placeholders(row.length)).join(', ')}
       ON CONFLICT (deadline_id, generation, offset_days) DO NOTHING`,
      rows.flat(),
    );
  }
}

interface Looked {
  readonly deadline: WatchedDeadline;
  readonly outlook: Outlook;
}

async function lookAtLater(tx: Tx, outlooks: readonly Looked[]): Promise<void> {
  if (outlooks.length === 0) return;
  await tx.change(
    `UPDATE deadlines SET look_at = CASE id ${outlooks.map(() => 'WHEN ? THEN ?').join(' ')} END
     WHERE id IN ${placeholders(outlooks.length)}`,
    [
      ...outlooks.flatMap(({ deadline, outlook }) => [deadline.id, outlook.lookAt ?? null]),
      ...outlooks.map(({ deadline }) => deadline.id),
    ],
  );
}
