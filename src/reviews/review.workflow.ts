import { Injectable } from '@nestjs/common';
import type { Refusal, Snapshot } from '../../workflows/kernel';
import type { ReviewContext, ReviewItem, Roll } from '../../workflows/review';
import type { SqlValue, Tx } from '../platform/persistence';
import type { FactQuestion, FeatureWorkflow, WorkflowChange } from '../platform/runner/feature-workflow';
import type { RowReader } from '../platform/persistence/unit-of-work.port';
import { BallotBoxes } from './ballots/ballot-boxes';
import { openRoll } from './ballots/ballots.repository';
import type { BoxKind } from './ballots/sealed-box';
import { ReviewFactsReader } from './review-facts';
import { writeItems } from './reviews.repository';

/** What the review feature tells the runner: its table, its facts, and the rolls and boxes that a ballot needs. */
@Injectable()
export class ReviewWorkflow implements FeatureWorkflow {
  readonly name = 'review';
  readonly table = 'review_rounds';

  constructor(
    private readonly facts: ReviewFactsReader,
    private readonly boxes: BallotBoxes,
  ) {}

  project(snapshot: Snapshot): Readonly<Record<string, SqlValue>> {
    const { councilId, campaignId, kind, meetsOn } = snapshot.context as ReviewContext;
    return { council_id: councilId, campaign_id: campaignId, kind, meets_on: meetsOn };
  }

  gatherFacts(rows: RowReader, question: FactQuestion): Promise<object> {
    return this.facts.of(rows, question);
  }

  async alongside(tx: Tx, change: WorkflowChange): Promise<readonly Refusal[]> {
    const before = change.before ? (change.before.snapshot.context as ReviewContext).items : {};
    const context = change.decision.snapshot.context as ReviewContext;
    await writeItems(tx, change.instanceId, before, context.items);
    for (const [itemId, item] of Object.entries(context.items)) {
      const wasOpen = before[itemId]?.status === 'open' && before[itemId].voteRound === item.voteRound;
      if (item.status === 'open' && !wasOpen) await this.openBallot(tx, change.instanceId, itemId, context, item);
    }
    return [];
  }

  /** The roll holds everybody who may vote now or send an opinion later; who may not is kept out by the machine. */
  private async openBallot(
    tx: Tx,
    reviewId: string,
    itemId: string,
    { roll, conflicts }: ReviewContext,
    item: ReviewItem,
  ): Promise<void> {
    if (roll === null) throw new Error(`The ballot on ${itemId} opens without a roll`);
    const free = roll.memberIds.filter((id) => !conflicts[itemId]?.includes(id));
    for (const kind of ['ballots', 'opinions'] as const) {
      const label = { itemId, voteRound: item.voteRound, kind };
      const members = free.filter((id) => kindOf(roll, item, id) === kind);
      await openRoll(tx, reviewId, label, members);
      await this.boxes.setUp(tx, label, item, roll);
    }
  }
}

/** Who takes part in the sitting has a ballot; who does not may send an opinion. */
function kindOf(roll: Roll, item: ReviewItem, memberId: string): BoxKind {
  const isRepresented = item.passRule.absent === 'proxy' && roll.representedIds.includes(memberId);
  return roll.presentIds.includes(memberId) || isRepresented ? 'ballots' : 'opinions';
}
