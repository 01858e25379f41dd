import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../workflows/kernel';
import { Ids } from '../ids/ids.port';
import { addToOutbox } from '../persistence/outbox';
import { placeholders } from '../persistence/placeholders';
import { UnitOfWork, type Tx } from '../persistence/unit-of-work.port';
import { WakeUp } from '../relay/wake-up';
import { DeadlineJob } from './deadline-jobs';
import { lockFree } from './row-locks';

/** Deadlines passed in one transaction. */
const BATCH = 200;

interface PassedDeadline {
  readonly id: string;
  readonly generation: number;
  readonly commandType: string | null;
}

/** Notes that deadlines have passed, and has the commands sent that wait for that. */
@Injectable()
export class DeadlinePasser {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
    private readonly wakeUp: WakeUp,
  ) {}

  passBatch(now: Instant): Promise<{ readonly passed: number; readonly isMore: boolean }> {
    return this.unitOfWork.run(async (tx) => {
      const over = await tx.rows<PassedDeadline>(
        `SELECT id, generation, command_type AS "commandType" FROM deadlines
         WHERE status = 'armed' AND due_at <= ?
         ORDER BY due_at, id LIMIT ${BATCH} ${lockFree(tx.dialect, 'deadlines')}`,
        [now],
      );
      if (over.length === 0) return { passed: 0, isMore: false };
      await tx.change(
        `UPDATE deadlines SET status = 'passed', updated_at = ? WHERE id IN ${placeholders(over.length)}`,
        [now, ...over.map(({ id }) => id)],
      );
      await this.enqueue(tx, over, now);
      return { passed: over.length, isMore: over.length === BATCH };
    });
  }

  private async enqueue(tx: Tx, over: readonly PassedDeadline[], now: Instant): Promise<void> {
    const messages = over
      .filter(({ commandType }) => commandType !== null)
      .map(({ id: deadlineId, generation }) => ({
        id: this.ids.next(),
        job: DeadlineJob.PassDeadline,
        payload: { deadlineId, generation },
        availableAt: now,
        createdAt: now,
      }));
    if (messages.length === 0) return;
    await addToOutbox(tx, messages);
    tx.afterCommit(() => this.wakeUp.ring());
  }
}
