import { Injectable } from '@nestjs/common';
import type { JobContext } from '../../platform/queue/job-handler';
import { OnJob } from '../../platform/queue/on-job.decorator';
import { CaseListWork } from './case-list-work.service';
import { CaseListPayload } from './dto/case-list.payload';

/** A batch is at most 500 commands. */
const policy = { timeoutMs: 60_000, concurrency: 2 };

/** Carries out ceremonies and payment lists. */
@Injectable()
export class CaseListsJobs {
  constructor(private readonly work: CaseListWork) {}

  @OnJob({ job: 'carry-out-case-list', payload: CaseListPayload, policy })
  async carryOut({ listId }: CaseListPayload, context: JobContext): Promise<void> {
    const batch = await this.work.run(listId);
    await context.once((tx) => this.work.record(tx, listId, batch, context.at));
  }
}
