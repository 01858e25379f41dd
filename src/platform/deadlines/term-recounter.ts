import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../workflows/kernel';
import { Ids } from '../ids/ids.port';
import { addToOutbox } from '../persistence/outbox';
import { UnitOfWork } from '../persistence/unit-of-work.port';
import { WakeUp } from '../relay/wake-up';
import { recountJobOf } from './counted-deadline';
import { WorkingDays } from './working-days.port';

/** Deadlines looked at in one transaction. */
const BATCH = 200;

interface ProvisionalDeadline {
  readonly id: string;
  readonly generation: number;
  readonly counting: string;
}

/**
 * Has provisional deadlines counted anew by the features that they are of, once other days off are known than those they
 * were counted with. What is final stays: people were told that day, and moving it is for a command of theirs.
 */
@Injectable()
export class TermRecounter {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly workingDays: WorkingDays,
    private readonly ids: Ids,
    private readonly wakeUp: WakeUp,
  ) {}

  /** Answers how many jobs were added. Repeating it adds none: each deadline is counted once with each calendar. */
  async schedule(now: Instant): Promise<number> {
    let added = 0;
    let after: string | undefined = '';
    while (after !== undefined) {
      const batch = await this.scheduleBatch(now, after);
      added += batch.added;
      after = batch.last;
    }
    return added;
  }

  /** `last` is undefined when no other deadline can follow. */
  private scheduleBatch(
    now: Instant,
    after: string,
  ): Promise<{ readonly added: number; readonly last: string | undefined }> {
    const version = this.workingDays.version();
    return this.unitOfWork.run(async (tx) => {
      const found = await tx.rows<ProvisionalDeadline & object>(
        `SELECT id, generation, counting FROM deadlines
         WHERE status = 'armed' AND is_provisional = 1 AND calendar_version <> ? AND counting IS NOT NULL AND id > ?
         ORDER BY id LIMIT ${BATCH}`,
        [version, after],
      );
      if (found.length === 0) return { added: 0, last: undefined };
      const added = await addToOutbox(
        tx,
        found.map(({ id: deadlineId, generation, counting }) => ({
          id: this.ids.next(),
          job: recountJobOf(counting),
          payload: { deadlineId, generation },
          dedupeKey: `recount:${deadlineId}:${generation}:${version}`,
          availableAt: now,
          createdAt: now,
        })),
      );
      if (added > 0) tx.afterCommit(() => this.wakeUp.ring());
      return { added, last: found.length === BATCH ? found.at(-1)?.id : undefined };
    });
  }
}
