import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
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

/** Where a case is reviewed. */
interface Place {
  readonly reviewId: string;
  readonly itemId: string;
}

interface CaseCommand {
  readonly type: string;
  readonly caseId: string;
  readonly input: object;
}

/** A case that does not take the council's word is worth a look; one that has moved on before the vote is not. */
const RESULTS: ReadonlySet<string> = new Set(['award.recommend', 'award.decline']);

/**
 * Tells the cases what the review round did with them. A case that refuses has moved on, or heard it before:
 * the job is done all the same.
 */
@Injectable()
export class ReviewsJobs implements OnModuleInit {
  private readonly logger = new Logger(ReviewsJobs.name);

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
  async startCaseReviews({ instanceId }: WorkflowEffectPayload, context: JobContext): Promise<void> {
    await this.tell(instanceId, context, (place, { caseId, status }) =>
      caseId !== null && status === 'waiting' ? { type: 'award.startReview', caseId, input: place } : undefined,
    );
    // An item may have left the agenda meanwhile, and its return come before the start: then the case is sent back here.
    await this.tell(instanceId, context, returnOf);
    await context.once(() => Promise.resolve());
  }

  @OnJob({ job: 'return-cases-to-list', payload: WorkflowEffectPayload })
  async returnCasesToList({ instanceId }: WorkflowEffectPayload, context: JobContext): Promise<void> {
    await this.tell(instanceId, context, returnOf);
    await context.once(() => Promise.resolve());
  }

  @OnJob({ job: 'apply-review-results', payload: WorkflowEffectPayload })
  async applyResults({ instanceId }: WorkflowEffectPayload, context: JobContext): Promise<void> {
    await this.tell(instanceId, context, (place, { caseId, result }) =>
      caseId !== null && result !== null ? resultCommand(caseId, place, result) : undefined,
    );
    await context.once(() => Promise.resolve());
  }

  private async tell(
    reviewId: string,
    { messageId }: JobContext,
    commandFor: (place: Place, item: ReviewItem) => CaseCommand | undefined,
  ): Promise<void> {
    const row = await loadWorkflowRow(this.reads, 'review_rounds', 'review', reviewId);
    const { items } = row.snapshot.context as ReviewContext;
    for (const [itemId, item] of Object.entries(items)) {
      const command = commandFor({ reviewId, itemId }, item);
      if (command) await this.dispatch(command, derivedId(messageId, command.type, itemId));
    }
  }

  private async dispatch({ type, caseId, input }: CaseCommand, commandId: string): Promise<void> {
    const request = { actor: SYSTEM_ACTOR, commandId, type, instanceId: caseId, input };
    const result = await this.dispatcher.dispatch(request);
    if (result.outcome !== 'refused') return;
    const codes = result.reasons.map(({ code }) => code).join(', ');
    this.logger[RESULTS.has(type) ? 'warn' : 'debug'](`${type} on the case ${caseId} was refused: ${codes}`);
  }
}

function returnOf(place: Place, { caseId, status }: ReviewItem): CaseCommand | undefined {
  return caseId !== null && status === 'takenOff' ? { type: 'award.returnToList', caseId, input: place } : undefined;
}

function resultCommand(caseId: string, place: Place, { passed, inFavour, base, needed }: ItemResult): CaseCommand {
  return {
    type: passed ? 'award.recommend' : 'award.decline',
    caseId,
    input: { ...place, votesFor: inFavour, base, needed },
  };
}
