import { Injectable } from '@nestjs/common';
import type { JobContext } from '../../platform/queue/job-handler';
import { OnJob } from '../../platform/queue/on-job.decorator';
import { ConsolidationSending } from './consolidation-sending.service';
import { ConsolidationSendPayload } from './dto/consolidation-send.payload';

/** A list has at most 500 cases. */
const policy = { timeoutMs: 60_000 };

/** What follows from the commands on a list. */
@Injectable()
export class ConsolidationsJobs {
  constructor(private readonly sending: ConsolidationSending) {}

  @OnJob({ job: 'send-list', payload: ConsolidationSendPayload, policy })
  async send(payload: ConsolidationSendPayload, context: JobContext): Promise<void> {
    await this.sending.send(payload, context.messageId);
    await context.once(() => Promise.resolve());
  }
}
