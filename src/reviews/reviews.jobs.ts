import { Injectable, Logger } from '@nestjs/common';
import type { ItemResult, ReviewContext, ReviewItem } from '../../workflows/review';
import { SYSTEM_ACTOR } from '../platform/auth/actor';
import { derivedId } from '../platform/ids/derived-id';
import { ReadDatabase } from '../platform/persistence';
import type { JobContext } from '../platform/queue/job-handler';
import { OnJob } from '../platform/queue/on-job.decorator';
import { CommandDispatcher, type DispatchRequest } from '../platform/runner/command-dispatcher';
import { WorkflowEffectPayload } from '../platform/runner/workflow-effect.payload';
import { loadWorkflowRow } from '../platform/runner/workflow-row';
import type { QuotaEntryState } from './quotas/quota';
import { QuotaLedger } from './quotas/quota-ledger';
import { WaitingListJob, WaitingListPayload } from './quotas/waiting-list.payload';

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

/** The same on its way to the dispatcher. */
type CaseRequest = Required<Pick<DispatchRequest, 'actor' | 'commandId' | 'type' | 'instanceId'>> & {
  readonly input: object;
};

/** A case that does not take the council's word is worth a look; one that has moved on before the vote is not. */
const RESULTS: ReadonlySet<string> = new Set(['award.recommend', 'award.decline']);

/**
 * Tells the cases what the review round did with them. A case that refuses has moved on, or heard it before:
 * the job is done all the same.
 */
@Injectable()
export class ReviewsJobs {
  private readonly logger = new Logger(ReviewsJobs.name);

  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly reads: ReadDatabase,
    private readonly ledger: QuotaLedger,
  ) {}

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
    const entries = await this.ledger.ofReview(instanceId);
    await this.tell(instanceId, context, (place, { caseId, result }) =>
      caseId !== null && result !== null ? resultCommand(caseId, place, result, entries.get(place.itemId)) : undefined,
    );
    await context.once(() => Promise.resolve());
  }

  @OnJob({ job: WaitingListJob.MoveUp, payload: WaitingListPayload })
  recommendFromWaitingList(payload: WaitingListPayload, context: JobContext): Promise<void> {
    return this.tellWaiting(payload, context);
  }

  @OnJob({ job: WaitingListJob.End, payload: WaitingListPayload })
  endWaitingList(payload: WaitingListPayload, context: JobContext): Promise<void> {
    return this.tellWaiting(payload, context);
  }

  /** Rounds that are not closed tell their cases themselves when they close. */
  private async tellWaiting({ quotaId, itemIds }: WaitingListPayload, context: JobContext): Promise<void> {
    const entries = await this.ledger.linesOf(quotaId, itemIds);
    for (const reviewId of new Set(entries.map((entry) => entry.reviewId))) {
      const row = await loadWorkflowRow(this.reads, 'review_rounds', 'review', reviewId);
      if (row.snapshot.state !== 'closed') continue;
      const states = new Map(entries.map(({ itemId, state }) => [itemId, state]));
      await this.tell(reviewId, context, (place, { caseId, result }) => {
        const state = states.get(place.itemId);
        return caseId !== null && result !== null && state ? resultCommand(caseId, place, result, state) : undefined;
      });
    }
    await context.once(() => Promise.resolve());
  }

  private async tell(
    reviewId: string,
    { messageId }: JobContext,
    commandFor: (place: Place, item: ReviewItem) => CaseCommand | undefined,
  ): Promise<void> {
    const row = await loadWorkflowRow(this.reads, 'review_rounds', 'review', reviewId);
    const { items } = row.snapshot.context as ReviewContext;
    const requests = Object.entries(items).flatMap(([itemId, item]) => {
      const command = commandFor({ reviewId, itemId }, item);
      return command ? [requestOf(command, derivedId(messageId, command.type, itemId))] : [];
    });
    // Those who passed and those who did not get commands of two types.
    for (const type of new Set(requests.map((request) => request.type))) {
      await this.dispatchAll(requests.filter((request) => request.type === type));
    }
  }

  private async dispatchAll(requests: readonly CaseRequest[]): Promise<void> {
    const results = await this.dispatcher.dispatchMany(requests);
    for (const [index, result] of results.entries()) {
      const { type = '', instanceId = '' } = requests[index] ?? {};
      if (result.outcome !== 'refused') continue;
      const codes = result.reasons.map(({ code }) => code).join(', ');
      this.logger[RESULTS.has(type) ? 'warn' : 'debug'](`${type} on the case ${instanceId} was refused: ${codes}`);
    }
  }
}

function requestOf({ type, caseId, input }: CaseCommand, commandId: string): CaseRequest {
  return { actor: SYSTEM_ACTOR, commandId, type, instanceId: caseId, input };
}

function returnOf(place: Place, { caseId, status }: ReviewItem): CaseCommand | undefined {
  return caseId !== null && status === 'takenOff' ? { type: 'award.returnToList', caseId, input: place } : undefined;
}

/** Who passed has no place yet while it waits for one: the case stays with the council. */
function resultCommand(
  caseId: string,
  place: Place,
  { passed, inFavour, base, needed }: ItemResult,
  entry: QuotaEntryState | undefined,
): CaseCommand | undefined {
  if (entry === 'waiting' || entry === 'freed') return undefined;
  return {
    type: passed && entry !== 'ended' ? 'award.recommend' : 'award.decline',
    caseId,
    input: { ...place, votesFor: inFavour, base, needed },
  };
}
