import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ItemResult, ReviewContext, ReviewItem } from '../../workflows/review';
import { SYSTEM_ACTOR } from '../platform/auth/actor';
import { derivedId } from '../platform/ids/derived-id';
import { ReadDatabase } from '../platform/persistence';
import type { JobContext } from '../platform/queue/job-handler';
import { OnJob } from '../platform/queue/on-job.decorator';
import { CommandDispatcher } from '../platform/runner/command-dispatcher';
import { WorkflowEffectPayload } from '../platform/runner/workflow-effect.payload';
import { loadWorkflowRow } from '../platform/runner/workflow-row';
import { ReminderSubjects } from '../reminders';

interface CaseCommand {
  readonly type: string;
  readonly caseId: string;
  readonly input: object;
}

/**
 * Tells the cases what the review round did with them. A case that refuses has moved on, or heard it before:
 * the job is done all the same.
 */
@Injectable()
export class ReviewsJobs implements OnModuleInit {
  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly reads: ReadDatabase,
    private readonly subjects: ReminderSubjects,
  ) {}

  onModuleInit(): void {
    this.subjects.register('review', async (rows, id) => {
      const [review] = await rows.rows<{ name: string; councilId: string }>(
        `SELECT c.name AS "name", r.council_id AS "councilId"
         FROM review_rounds r JOIN councils c ON c.id = r.council_id WHERE r.id = ?`,
        [id],
      );
      return review;
    });
  }

  @OnJob({ job: 'start-case-reviews', payload: WorkflowEffectPayload })
  startCaseReviews(payload: WorkflowEffectPayload, context: JobContext): Promise<void> {
    return this.tell(payload, context, (reviewId, itemId, { caseId, status }) =>
      caseId !== null && status === 'waiting'
        ? { type: 'award.startReview', caseId, input: { reviewId, itemId } }
        : undefined,
    );
  }

  @OnJob({ job: 'return-cases-to-list', payload: WorkflowEffectPayload })
  returnCasesToList(payload: WorkflowEffectPayload, context: JobContext): Promise<void> {
    return this.tell(payload, context, (reviewId, itemId, { caseId, status }) =>
      caseId !== null && status === 'takenOff'
        ? { type: 'award.returnToList', caseId, input: { reviewId, itemId } }
        : undefined,
    );
  }

  @OnJob({ job: 'apply-review-results', payload: WorkflowEffectPayload })
  applyResults(payload: WorkflowEffectPayload, context: JobContext): Promise<void> {
    return this.tell(payload, context, (reviewId, itemId, { caseId, result }) =>
      caseId !== null && result !== null ? resultCommand(caseId, { reviewId, itemId }, result) : undefined,
    );
  }

  private async tell(
    { instanceId }: WorkflowEffectPayload,
    context: JobContext,
    commandFor: (reviewId: string, itemId: string, item: ReviewItem) => CaseCommand | undefined,
  ): Promise<void> {
    const row = await loadWorkflowRow(this.reads, 'review_rounds', 'review', instanceId);
    const { items } = row.snapshot.context as ReviewContext;
    for (const [itemId, item] of Object.entries(items)) {
      const command = commandFor(instanceId, itemId, item);
      if (command) {
        await this.dispatcher.dispatch({
          actor: SYSTEM_ACTOR,
          commandId: derivedId(context.messageId, command.caseId),
          type: command.type,
          instanceId: command.caseId,
          input: command.input,
        });
      }
    }
    await context.once(() => Promise.resolve());
  }
}

function resultCommand(
  caseId: string,
  place: { readonly reviewId: string; readonly itemId: string },
  { passed, inFavour, base, needed }: ItemResult,
): CaseCommand {
  return {
    type: passed ? 'award.recommend' : 'award.decline',
    caseId,
    input: { ...place, votesFor: inFavour, base, needed },
  };
}
