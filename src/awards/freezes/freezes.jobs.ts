import { Injectable } from '@nestjs/common';
import { HistoryJob } from '../../history';
import type { JobContext } from '../../platform/queue/job-handler';
import { OnJob } from '../../platform/queue/on-job.decorator';
import { FreezeViolatorPayload } from './dto/freeze-violator.payload';
import { FreezesService } from './freezes.service';

/** What follows for subjects from confirmed rows of lists of violations. */
@Injectable()
export class FreezesJobs {
  constructor(private readonly freezes: FreezesService) {}

  @OnJob({ job: HistoryJob.FreezeViolator, payload: FreezeViolatorPayload })
  async freezeViolator(payload: FreezeViolatorPayload, context: JobContext): Promise<void> {
    // The command id makes the job's repetition harmless: the runner keeps one answer for it.
    await this.freezes.freezeViolator(payload, context.messageId);
  }
}
