import { Injectable } from '@nestjs/common';
import { localDateOf } from '../../workflows/kernel';
import { noReviewFacts, type ItemCount, type ReviewContext, type ReviewFacts } from '../../workflows/review';
import { CaseDirectory } from '../awards';
import { CouncilDirectory } from '../councils';
import type { RowReader } from '../platform/persistence';
import { ANY_COMMAND, type FactQuestion } from '../platform/runner/feature-workflow';
import { RulebooksService } from '../rulebooks';
import { voteRuleOf } from '../../workflows/rulebook';
import { BallotBoxes } from './ballots/ballot-boxes';
import { hasVoted } from './ballots/ballots.repository';
import { countPapers } from './ballots/count-papers';
import { conflictsOf } from './conflicts';
import { itemRuleOf } from './item-rules';

interface AgendaItems {
  readonly items: readonly { readonly itemId: string; readonly caseId: string | null }[];
}

/** Gathers what the guards of a review round ask for, each command only what is its own; counts only when they are counted. */
@Injectable()
export class ReviewFactsReader {
  constructor(
    private readonly councils: CouncilDirectory,
    private readonly cases: CaseDirectory,
    private readonly rulebooks: RulebooksService,
    private readonly boxes: BallotBoxes,
  ) {}

  async of(rows: RowReader, question: FactQuestion): Promise<ReviewFacts> {
    const context = question.row?.snapshot.context as ReviewContext | undefined;
    if (!context) return noReviewFacts;
    switch (question.type) {
      case 'review.putOnAgenda':
        return { ...noReviewFacts, ...(await this.agendaFacts(rows, question)) };
      case 'review.convene':
      case 'review.reconvene':
        return { ...noReviewFacts, ...(await this.sittingFacts(rows, context)) };
      case 'review.cast':
      case 'review.receiveWritten':
      case ANY_COMMAND:
        return { ...noReviewFacts, ...(await this.voterFacts(rows, context, question)) };
      case 'review.count':
        return { ...noReviewFacts, counts: await this.counts(rows, context) };
      default:
        return noReviewFacts;
    }
  }

  private async agendaFacts(
    rows: RowReader,
    question: FactQuestion,
  ): Promise<Pick<ReviewFacts, 'itemRules' | 'unlistedCaseIds'>> {
    const { items } = question.input as AgendaItems;
    const caseIds = items.flatMap(({ caseId }) => caseId ?? []);
    const cases = await this.cases.summariesOf(rows, caseIds);
    const rulebook = this.rulebooks.at(localDateOf(question.at));
    const rules = items.flatMap(({ itemId, caseId }) => {
      const tier = caseId === null ? undefined : cases.get(caseId)?.tier;
      const voting = tier !== undefined && rulebook ? voteRuleOf(rulebook, tier) : undefined;
      return tier !== undefined && voting ? [[itemId, itemRuleOf(tier, voting)] as const] : [];
    });
    return {
      itemRules: Object.fromEntries(rules),
      unlistedCaseIds: caseIds.filter((id) => cases.get(id)?.state !== 'listed'),
    };
  }

  private async sittingFacts(
    rows: RowReader,
    context: ReviewContext,
  ): Promise<Pick<ReviewFacts, 'members' | 'conflicts' | 'councilQuorum'>> {
    const members = await this.councils.membersOn(rows, context.councilId, context.meetsOn);
    const caseIds = Object.values(context.items).flatMap(({ caseId }) => caseId ?? []);
    const cases = await this.cases.summariesOf(rows, caseIds);
    const ownUnit = this.rulebooks.at(context.meetsOn)?.council.conflict.ownUnit ?? false;
    return {
      members: members.map(({ memberId, personId, seat }) => ({ memberId, personId, seat })),
      conflicts: conflictsOf(context.items, members, cases, ownUnit),
      councilQuorum: null,
    };
  }

  private async voterFacts(
    rows: RowReader,
    context: ReviewContext,
    question: FactQuestion,
  ): Promise<Pick<ReviewFacts, 'voterId' | 'hasVoted'>> {
    const { itemId = '', memberId } = question.input as { itemId?: string; memberId?: string };
    const voterId = memberId ?? (await this.memberIdOf(rows, context, question.actor.personId));
    const item = context.items[itemId];
    const voted = item && voterId ? await hasVoted(rows, { itemId, voteRound: item.voteRound }, voterId) : false;
    return { voterId, hasVoted: voted };
  }

  private async memberIdOf(rows: RowReader, context: ReviewContext, personId: string | null): Promise<string | null> {
    if (personId === null) return null;
    const members = await this.councils.membersOn(rows, context.councilId, context.meetsOn);
    return members.find((member) => member.personId === personId)?.memberId ?? null;
  }

  private async counts(rows: RowReader, context: ReviewContext): Promise<Readonly<Record<string, ItemCount>>> {
    const counts: Record<string, ItemCount> = {};
    for (const [itemId, item] of Object.entries(context.items)) {
      if (item.status !== 'closed') continue;
      const label = { itemId, voteRound: item.voteRound };
      const ballots = await this.boxes.open(rows, { ...label, kind: 'ballots' }, item);
      const opinions = await this.boxes.open(rows, { ...label, kind: 'opinions' }, item);
      counts[itemId] = countPapers(ballots, opinions, item.options);
    }
    return counts;
  }
}
