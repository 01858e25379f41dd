import { Injectable } from '@nestjs/common';
import type { JobContext } from '../../platform/queue/job-handler';
import { OnJob } from '../../platform/queue/on-job.decorator';
import { WorkflowEffectPayload } from '../../platform/runner/workflow-effect.payload';
import { instanceIdsOf, WorkflowEffectsPayload } from '../../platform/runner/workflow-effects.payload';
import { CaseNotices } from './case-notices.service';

/** What follows from the commands on a case. */
@Injectable()
export class CasesJobs {
  constructor(private readonly notices: CaseNotices) {}

  @OnJob({ job: 'notify-case-submitted', payload: WorkflowEffectsPayload })
  async notifySubmitted(payload: WorkflowEffectsPayload, context: JobContext): Promise<void> {
    await context.once((tx) => this.notices.tellOfMany(tx, 'award.submitted', instanceIdsOf(payload), context.at));
  }

  @OnJob({ job: 'notify-case-returned', payload: WorkflowEffectPayload })
  async notifyReturned({ instanceId }: WorkflowEffectPayload, context: JobContext): Promise<void> {
    await context.once((tx) => this.notices.tell(tx, 'award.returned', instanceId, context.at));
  }
}
