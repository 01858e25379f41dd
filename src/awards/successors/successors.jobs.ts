import { Injectable } from '@nestjs/common';
import type { JobContext } from '../../platform/queue/job-handler';
import { OnJob } from '../../platform/queue/on-job.decorator';
import { WorkflowEffectPayload } from '../../platform/runner/workflow-effect.payload';
import { AnswersFromAbove } from './answers-from-above.service';
import { AnswerParentPayload } from './dto/answer-parent.payload';
import { Successors } from './successors.service';

/** What goes up and what comes back. */
@Injectable()
export class SuccessorsJobs {
  constructor(
    private readonly successors: Successors,
    private readonly answers: AnswersFromAbove,
  ) {}

  @OnJob({ job: 'open-successor-case', payload: WorkflowEffectPayload })
  async open({ instanceId }: WorkflowEffectPayload, context: JobContext): Promise<void> {
    await this.successors.open(instanceId, context.messageId);
    await context.once(() => Promise.resolve());
  }

  @OnJob({ job: 'answer-parent-case', payload: AnswerParentPayload })
  async answer(payload: AnswerParentPayload, context: JobContext): Promise<void> {
    await this.answers.pass(payload, context.messageId);
    await context.once(() => Promise.resolve());
  }
}
