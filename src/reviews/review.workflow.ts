import { Injectable } from '@nestjs/common';
import type { Refusal, Snapshot } from '../../workflows/kernel';
import type { ReviewContext, ReviewFacts, ReviewItem, Roll } from '../../workflows/review';
import type { Actor } from '../platform/auth/actor';
import type { SqlValue, Tx } from '../platform/persistence';
import type { FactQuestion, FeatureWorkflow, WorkflowChange } from '../platform/runner/feature-workflow';
import type { RowReader } from '../platform/persistence/unit-of-work.port';
import type { WorkflowRow } from '../platform/runner/workflow-row';
import { BallotBoxes } from './ballots/ballot-boxes';
import { openRolls } from './ballots/ballots.repository';
import { BOX_KINDS, type BoxKind } from './ballots/sealed-box';
import { declarationRefusals } from './conflict-declarations';
import { signatureRefusals } from './own-signatures';
import { insertEntries } from './quotas/quotas.repository';
import { RuleQuotas } from './quotas/rule-quotas';
import { ReviewFactsReader } from './review-facts';
import { writeItems, writeMembers } from './reviews.repository';

/** Commands that fix the roll. */
const SITS: ReadonlySet<string> = new Set(['review.convene', 'review.reconvene']);

/** What the review feature tells the runner: its table, its facts, and the rolls and boxes that a ballot needs. */
@Injectable()
export class ReviewWorkflow implements FeatureWorkflow {
  readonly name = 'review';
  readonly table = 'review_rounds';

  constructor(
    private readonly facts: ReviewFactsReader,
    private readonly boxes: BallotBoxes,
    private readonly ruleQuotas: RuleQuotas,
  ) {}

  project(snapshot: Snapshot): Readonly<Record<string, SqlValue>> {
    const { councilId, campaignId, kind, meetsOn } = snapshot.context as ReviewContext;
    return { council_id: councilId, campaign_id: campaignId, kind, meets_on: meetsOn };
  }

  councilOf({ snapshot }: WorkflowRow): string {
    return (snapshot.context as ReviewContext).councilId;
  }

  /** A seat in the council is enough, whatever unit it is on. */
  isSeenBy(_rows: RowReader, actor: Actor, row: WorkflowRow): Promise<boolean> {
    const councilId = this.councilOf(row);
    return Promise.resolve(actor.seats.some((seat) => seat.councilId === councilId));
  }

  gatherFacts(rows: RowReader, question: FactQuestion): Promise<object> {
    return this.facts.of(rows, question);
  }

  async alongside(tx: Tx, change: WorkflowChange): Promise<readonly Refusal[]> {
    const { instanceId, before, decision, command } = change;
    const reasons = [...(await declarationRefusals(tx, change)), ...(await signatureRefusals(tx, change))];
    if (reasons.length > 0) return reasons;
    const known = before ? (before.snapshot.context as ReviewContext).items : {};
    const context = decision.snapshot.context as ReviewContext;
    const items = { items: context.items, isOver: decision.isFinal };
    await writeItems(tx, instanceId, { items: known, isOver: false }, items);
    if (SITS.has(command.type)) await writeMembers(tx, instanceId, (command.facts as ReviewFacts).members);
    if (command.type === 'review.allotPlaces') await insertEntries(tx, instanceId, context);
    await this.openBallots(tx, instanceId, context, newlyOpen(known, context.items));
    return this.ruleQuotas.refusalsOf(tx, change);
  }

  /** The rolls hold everybody who may vote now or send an opinion later; who may not is kept out by the machine. */
  private async openBallots(
    tx: Tx,
    reviewId: string,
    { roll, conflicts }: ReviewContext,
    items: readonly (readonly [string, ReviewItem])[],
  ): Promise<void> {
    if (items.length === 0) return;
    if (roll === null) throw new Error(`A ballot of ${reviewId} opens without a roll`);
    const ballots = items.map(([itemId, item]) => {
      const free = roll.memberIds.filter((id) => !conflicts[itemId]?.includes(id));
      const labels = BOX_KINDS.map((kind) => ({
        itemId,
        voteRound: item.voteRound,
        kind,
        memberIds: free.filter((id) => kindOf(roll, item, id) === kind),
      }));
      return { labels, item };
    });
    await openRolls(
      tx,
      reviewId,
      ballots.flatMap(({ labels }) => labels),
    );
    await this.boxes.setUp(tx, ballots, roll);
  }
}

function newlyOpen(before: ReviewContext['items'], after: ReviewContext['items']): [string, ReviewItem][] {
  return Object.entries(after).filter(([id, { status, voteRound }]) => {
    const was = before[id];
    return status === 'open' && !(was?.status === 'open' && was.voteRound === voteRound);
  });
}

/** Who takes part in the sitting has a ballot; who does not may send an opinion. */
function kindOf(roll: Roll, item: ReviewItem, memberId: string): BoxKind {
  const isRepresented = item.passRule.absent === 'proxy' && roll.representedIds.includes(memberId);
  return roll.presentIds.includes(memberId) || isRepresented ? 'ballots' : 'opinions';
}
