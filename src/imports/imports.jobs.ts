import { Injectable } from '@nestjs/common';
import { IsUUID } from 'class-validator';
import type { JobContext } from '../platform/queue/job-handler';
import { OnJob } from '../platform/queue/on-job.decorator';
import { FORGET_IMPORT } from './import-jobs';
import { ImportsService } from './imports.service';

/** Which file. */
export class ForgetImportPayload {
  @IsUUID()
  readonly importId: string;
}

/** What follows from trying a file out. */
@Injectable()
export class ImportsJobs {
  constructor(private readonly imports: ImportsService) {}

  @OnJob({ job: FORGET_IMPORT, payload: ForgetImportPayload })
  async forget({ importId }: ForgetImportPayload, context: JobContext): Promise<void> {
    await context.once((tx) => this.imports.forget(tx, importId));
  }
}
