import { Injectable } from '@nestjs/common';
import { decide, type Refusal } from '../../workflows/kernel';
import { noReviewFacts, type ReviewContext } from '../../workflows/review';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock/clock.port';
import type { AvailableCommand } from '../platform/http/commands/available-commands';
import { ReadDatabase } from '../platform/persistence';
import { CommandAvailability } from '../platform/runner/command-availability';
import { RegistryHolder } from '../platform/runner/registry-holder';
import { loadWorkflowRow } from '../platform/runner/workflow-row';
import { ballotsOfMember } from './ballots/ballots.repository';
import type { OwnVoteResponse, ReviewCommandsResponse } from './dto/review-commands.response';
import { ReviewWorkflow } from './review.workflow';
import { memberOfRound } from './reviews.repository';

const CAST = 'review.cast';

/**
 * What a user can do in a review round. Whether a vote is possible depends on the item, so that it is asked for each open
 * one, with the same definition that decides the vote itself.
 */
@Injectable()
export class ReviewAvailability {
  constructor(
    private readonly availability: CommandAvailability,
    private readonly workflow: ReviewWorkflow,
    private readonly registry: RegistryHolder,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
  ) {}

  /** Throws NotFoundError when there is no such round, or the actor may not know of it. */
  async of(actor: Actor, reviewId: string): Promise<ReviewCommandsResponse> {
    const { items } = await this.availability.of(this.workflow, actor, reviewId);
    const mayVote = items.some(({ type, isPermitted }) => type === CAST && isPermitted);
    if (!mayVote) return { items, votes: [] };
    const asked = await this.reasonsByItem(actor, reviewId);
    const votes = asked.open.map(({ itemId, reasons }) => ({ itemId, isPossible: reasons.length === 0, reasons }));
    return { items: items.map((item) => (item.type === CAST ? overall(item, votes, asked.none) : item)), votes };
  }

  private async reasonsByItem(
    actor: Actor,
    reviewId: string,
  ): Promise<{ readonly open: readonly Omit<OwnVoteResponse, 'isPossible'>[]; readonly none: readonly Refusal[] }> {
    const row = await loadWorkflowRow(this.reads, this.workflow.table, this.workflow.name, reviewId);
    const { items } = row.snapshot.context as ReviewContext;
    const voterId = actor.personId === null ? null : await memberOfRound(this.reads, reviewId, actor.personId);
    const ticked = voterId === null ? [] : await ballotsOfMember(this.reads, reviewId, voterId);
    const workflow = this.registry.workflows.get(row.definition);
    const ask = (itemId: string): readonly Refusal[] => {
      const hasVoted = ticked.some((roll) => roll.itemId === itemId && roll.voteRound === items[itemId]?.voteRound);
      const facts = { ...noReviewFacts, voterId, hasVoted };
      const command = { type: CAST, at: this.clock.now(), by: actor.id, input: { itemId }, facts };
      const decision = decide(workflow, row.snapshot, command);
      return decision.outcome === 'refused' ? decision.reasons : [];
    };
    const open = Object.keys(items).filter((id) => items[id]?.status === 'open');
    return { open: open.map((itemId) => ({ itemId, reasons: ask(itemId) })), none: ask('') };
  }
}

/** A vote is possible when it is on some item; else everything that stands in the way of any, each reason once. */
function overall(
  command: AvailableCommand,
  votes: readonly OwnVoteResponse[],
  whenNoneIsOpen: readonly Refusal[],
): AvailableCommand {
  if (votes.some(({ isPossible }) => isPossible)) return command;
  const reasons = votes.length === 0 ? whenNoneIsOpen : votes.flatMap((vote) => vote.reasons);
  const distinct = new Map(reasons.map((reason) => [reason.code, reason]));
  const { type, label, isPermitted, permissions, dependsOnInput } = command;
  return {
    type,
    label,
    isPossible: false,
    isPermitted,
    permissions,
    reasons: [...distinct.values()],
    dependsOnInput,
  };
}
