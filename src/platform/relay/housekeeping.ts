import { Injectable } from '@nestjs/common';
import { addMilliseconds, MS_PER_DAY, type Instant } from '../../../workflows/kernel';
import { purgeDone } from '../persistence/outbox-relay-sql';
import { purgeProcessed } from '../persistence/processed-messages';
import { UnitOfWork } from '../persistence/unit-of-work.port';

/** How long acceptances and done jobs are kept. */
const KEPT_MS = 30 * MS_PER_DAY;

/** Deletes what nobody can ask for any more: jobs done and messages handled more than 30 days ago. Dead jobs stay. */
@Injectable()
export class Housekeeping {
  readonly name = 'housekeeping';

  constructor(private readonly unitOfWork: UnitOfWork) {}

  async run(now: Instant): Promise<void> {
    const before = addMilliseconds(now, -KEPT_MS);
    await this.unitOfWork.run((tx) => purgeDone(tx, before));
    await this.unitOfWork.run((tx) => purgeProcessed(tx, before));
  }
}
