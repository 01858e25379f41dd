import { Injectable, Logger } from '@nestjs/common';
import { SYSTEM_ACTOR } from '../../platform/auth/actor';
import type { JobContext } from '../../platform/queue/job-handler';
import { OnJob } from '../../platform/queue/on-job.decorator';
import { NoticesService } from '../../reminders';
import { ConsolidationSending } from './consolidation-sending.service';
import { ConsolidationSendPayload } from './dto/consolidation-send.payload';

/** A list has at most 500 cases. */
const policy = { timeoutMs: 60_000 };

/** What follows from the commands on a list. */
@Injectable()
export class ConsolidationsJobs {
  private readonly logger = new Logger(ConsolidationsJobs.name);

  constructor(
    private readonly sending: ConsolidationSending,
    private readonly notices: NoticesService,
  ) {}

  @OnJob({ job: 'send-list', payload: ConsolidationSendPayload, policy })
  async send(payload: ConsolidationSendPayload, context: JobContext): Promise<void> {
    const report = await this.sending.send(payload, context.messageId);
    const bySystem = payload.by === SYSTEM_ACTOR.id;
    if (report && bySystem) this.logger.warn(report.message.en);
    await context.once(async (tx) => {
      if (report && !bySystem) await this.notices.notify(tx, [payload.by], report, context.at);
    });
  }
}
