import { Injectable } from '@nestjs/common';
import { localDateOf, type Instant, type LocalDate } from '../../workflows/kernel';
import {
  noReviewFacts,
  type Attendance,
  type ItemRule,
  type ReviewContext,
  type ReviewFacts,
} from '../../workflows/review';
import { CaseDirectory, CaseReadiness, type CaseSummary } from '../awards';
import { PinnedReleases } from '../campaigns';
import type { RowReader } from '../platform/persistence';
import { ANY_COMMAND, type FactQuestion } from '../platform/runner/feature-workflow';
import { RulebooksService, type Place } from '../rulebooks';
import { PlaceCodes } from '../units';
import { voteRuleOf } from '../../workflows/rulebook';
import { BallotBoxes } from './ballots/ballot-boxes';
import { rollEntryOf, voterOf } from './ballots/ballots.repository';
import { conflictsOf } from './conflicts';
import { RollDelegates } from './hosts/roll-delegates';
import { RollDirectory } from './hosts/roll-directory';
import { itemRuleOf } from './item-rules';
import { PlaceFactsReader } from './quotas/place-facts';
import { casesHeldElsewhere, memberOfRound, mergedInto } from './reviews.repository';

interface AgendaItems {
  readonly items: readonly { readonly itemId: string; readonly caseId: string | null }[];
}

/** Gathers what the guards of a review round ask for, each command only what is its own; counts only when they are counted. */
@Injectable()
export class ReviewFactsReader {
  constructor(
    private readonly hosts: RollDirectory,
    private readonly places: PlaceFactsReader,
    private readonly cases: CaseDirectory,
    private readonly readiness: CaseReadiness,
    private readonly rulebooks: RulebooksService,
    private readonly codes: PlaceCodes,
    private readonly releases: PinnedReleases,
    private readonly boxes: BallotBoxes,
    private readonly delegates: RollDelegates,
  ) {}

  async of(rows: RowReader, question: FactQuestion): Promise<ReviewFacts> {
    const context = question.row?.snapshot.context as ReviewContext | undefined;
    if (!context) return noReviewFacts;
    switch (question.type) {
      case 'review.putOnAgenda':
        return { ...noReviewFacts, ...(await this.agendaFacts(rows, question)) };
      case 'review.convene':
        return { ...noReviewFacts, ...(await this.sittingFacts(rows, question, context.meetsOn)) };
      case 'review.reconvene':
        return { ...noReviewFacts, ...(await this.sittingFacts(rows, question, localDateOf(question.at))) };
      case 'review.cast':
        return { ...noReviewFacts, ...(await this.voterFacts(rows, context, question)) };
      case 'review.receiveWritten':
        return { ...noReviewFacts, ...(await this.writerFacts(rows, context, question)) };
      case 'review.declare':
        return { ...noReviewFacts, voterId: await this.ownSeat(rows, question) };
      case 'review.stepDown':
        return { ...noReviewFacts, tierIsKnown: await this.knowsTier(rows, question) };
      case 'review.breakTie':
      case 'review.decideTie':
      case 'review.allotPlaces':
      case 'review.minute':
        return { ...noReviewFacts, ...(await this.places.of(rows, context, question)) };
      case ANY_COMMAND: {
        const voter = await this.voterFacts(rows, context, question);
        return { ...noReviewFacts, ...voter, ...(await this.places.of(rows, context, question)) };
      }
      case 'review.count':
        return { ...noReviewFacts, counts: await this.boxes.count(rows, question.instanceId, context.items) };
      default:
        return noReviewFacts;
    }
  }

  private async agendaFacts(
    rows: RowReader,
    question: FactQuestion,
  ): Promise<Pick<ReviewFacts, 'itemRules' | 'unlistedCaseIds' | 'heldUpCaseIds'>> {
    const { items } = question.input as AgendaItems;
    const caseIds = items.flatMap(({ caseId }) => caseId ?? []);
    const cases = await this.cases.summariesOf(rows, caseIds);
    const held = await casesHeldElsewhere(rows, question.instanceId, caseIds);
    // Whose dossier went to another unit is judged by that unit's council.
    const isListed = (id: string): boolean => {
      const { state, authorityUnitId } = cases.get(id) ?? {};
      return state === 'listed' && authorityUnitId === question.row?.unitId && !held.includes(id);
    };
    const place = await this.placeOf(rows, question);
    const rules: (readonly [string, ItemRule])[] = [];
    for (const { itemId, caseId } of items) {
      const summary = caseId === null ? undefined : cases.get(caseId);
      const rule = summary && (await this.ruleOf(rows, summary, { now: question.at, place }));
      if (rule) rules.push([itemId, rule]);
    }
    return {
      itemRules: Object.fromEntries(rules),
      // A case on another agenda is on the list no more, even before it has heard of it.
      unlistedCaseIds: caseIds.filter((id) => !isListed(id)),
      heldUpCaseIds: await this.readiness.heldUp(rows, caseIds.filter(isListed), question.at),
    };
  }

  /**
   * How a case is voted on: by the rules of the day on which its dossier was handed in (Decree 152/2025/NĐ-CP, article 60.3),
   * as its campaign pinned them; by those in use where that release is not kept here, since nobody could vote otherwise.
   */
  private async ruleOf(
    rows: RowReader,
    { tier, submittedAt, release }: CaseSummary,
    { now, place }: { readonly now: Instant; readonly place: Place },
  ): Promise<ItemRule | undefined> {
    const rulebooks = (await this.releases.of(rows, release)) ?? this.rulebooks;
    const rulebook = rulebooks.at(localDateOf(submittedAt ?? now), place);
    const voting = rulebook && voteRuleOf(rulebook, tier);
    return voting && itemRuleOf(tier, voting);
  }

  private async sittingFacts(
    rows: RowReader,
    question: FactQuestion,
    day: LocalDate,
  ): Promise<Pick<ReviewFacts, 'members' | 'conflicts' | 'councilQuorum'>> {
    const context = question.row?.snapshot.context as ReviewContext;
    const { councilId: hostId, kind } = context;
    const members = await this.hosts.membersOn(rows, { hostId, kind }, day);
    const { representedIds = [] } = question.input as Partial<Attendance>;
    const proxies = await this.delegates.proxiesOn(rows, { hostId, day, representedIds });
    const caseIds = Object.values(context.items).flatMap(({ caseId }) => caseId ?? []);
    const cases = await this.casesOf(rows, caseIds);
    const ownUnit = this.rulebooks.at(day, await this.placeOf(rows, question))?.council.conflict.ownUnit ?? false;
    return {
      members: members.map(({ memberId, personId, seat }) => ({ memberId, personId, seat })),
      conflicts: conflictsOf(context.items, [...members, ...proxies], cases, ownUnit),
      councilQuorum: null,
    };
  }

  /** Cases with whoever they are of under the one name that is left, where somebody was in the register twice. */
  private async casesOf(rows: RowReader, caseIds: readonly string[]): Promise<ReadonlyMap<string, CaseSummary>> {
    const cases = await this.cases.summariesOf(rows, caseIds);
    const people = [...cases.values()].filter(({ subjectKind }) => subjectKind === 'person');
    const merged = await mergedInto(
      rows,
      people.map(({ subjectId }) => subjectId),
    );
    return new Map(
      [...cases].map(([id, summary]) => [
        id,
        { ...summary, subjectId: merged.get(summary.subjectId) ?? summary.subjectId },
      ]),
    );
  }

  /** As whom the caller votes: by the person behind the account, whatever the request says; a delegate as who sent them. */
  private async voterFacts(
    rows: RowReader,
    context: ReviewContext,
    question: FactQuestion,
  ): Promise<Pick<ReviewFacts, 'voterId' | 'hasVoted'>> {
    const { itemId = '' } = question.input as { itemId?: string };
    const { personId } = question.actor;
    const ballot = { itemId, voteRound: context.items[itemId]?.voteRound ?? 0 };
    if (personId === null) return { voterId: null, hasVoted: false };
    const voter = await voterOf(rows, question.instanceId, personId, ballot);
    if (voter) return { voterId: voter.memberId, hasVoted: voter.hasVoted };
    const voterId = await this.delegates.representedBy(rows, context, personId);
    const entry = voterId === null ? undefined : await rollEntryOf(rows, ballot, voterId);
    return { voterId, hasVoted: entry?.hasVoted === 1 };
  }

  /** The office hands in the opinion of a member whom it names; what that member may do, the roll of the ballot says. */
  private async writerFacts(
    rows: RowReader,
    context: ReviewContext,
    question: FactQuestion,
  ): Promise<Pick<ReviewFacts, 'voterId' | 'hasVoted' | 'hasBallot'>> {
    const { itemId, memberId } = question.input as { readonly itemId: string; readonly memberId: string };
    const ballot = { itemId, voteRound: context.items[itemId]?.voteRound ?? 0 };
    const entry = await rollEntryOf(rows, ballot, memberId);
    return { voterId: memberId, hasVoted: entry?.hasVoted === 1, hasBallot: entry?.kind === 'ballots' };
  }

  private ownSeat(rows: RowReader, { instanceId, actor }: FactQuestion): Promise<string | null> {
    return actor.personId === null ? Promise.resolve(null) : memberOfRound(rows, instanceId, actor.personId);
  }

  private async knowsTier(rows: RowReader, question: FactQuestion): Promise<boolean> {
    const { input, at } = question;
    const rulebook = this.rulebooks.at(localDateOf(at), await this.placeOf(rows, question));
    return rulebook !== undefined && voteRuleOf(rulebook, (input as { readonly tier: string }).tier) !== undefined;
  }
  /** Whose rules a round goes by: those of the unit whose council sits, to which the cases of its agenda were sent. */
  private placeOf(rows: RowReader, { row }: FactQuestion): Promise<Place> {
    return this.codes.of(rows, row?.unitPath ?? '/');
  }
}
