import type { LocalDate, Threshold, WorkflowCommand } from '../kernel';
import type { ChooseCount } from './choose';
import type { Count, PassFigures, PassRule, Turnout } from './count';
import type { Attendance, Declaration, Place, QuotaFacts, Sitting } from './sitting.types';

export type { AbsenceCause, Attendance, Declaration, Movement, Place, QuotaFacts, Sitting } from './sitting.types';

/** What sits: a council in one of its forms, or a cluster's conference. */
export type ReviewKind = 'fullCouncil' | 'standingCommittee' | 'writtenRound' | 'initiativeCouncil' | 'cluster';

/** How votes are given. `recorded`: on paper, outside this system, so that only its count is recorded. */
export type BallotMode = 'secret' | 'open' | 'written' | 'recorded';

/** How an item is voted on, from the rulebook. */
export interface ItemRule {
  /** Code of the tier in the rulebook. */
  readonly tier: string;
  readonly kind: 'yesNo' | 'choose';
  /** How many options are chosen; null for yes or no. */
  readonly choose: number | null;
  /** Ids of the options of a ballot that chooses, in the order of the ballot. */
  readonly options?: readonly string[];
  readonly ballot: BallotMode;
  readonly passRule: PassRule;
  /** Which share of all members must attend; not the share that must approve. */
  readonly quorum: Threshold | null;
}

/** Waiting for its ballot, open, closed and not counted, counted, or off the agenda. */
export type ItemStatus = 'waiting' | 'open' | 'closed' | 'counted' | 'takenOff';

/** The count of one item; votes by option where the ballot chooses. */
export type ItemCount = Count | ChooseCount;

/** What the vote on an item came to. */
export interface ItemResult extends PassFigures {
  /** As many in favour as against and not passed, or options level at the last place. */
  readonly isTie: boolean;
  /** Taken from the minutes of a paper count; the vote did not take place here. */
  readonly recorded: boolean;
  readonly count: ItemCount;
  readonly chosenIds?: readonly string[];
  readonly tiedIds?: readonly string[];
  /** Votes in favour in each ballot that was held to break a tie at the last place of a quota; it decides nothing else. */
  readonly tieBreaks?: readonly number[];
}

/** One point of the agenda. The vote belongs to it. */
export interface ReviewItem extends ItemRule {
  /** Null where the item chooses among options and judges no single case. */
  readonly caseId: string | null;
  /** What is asked where there is no case; it names nobody. */
  readonly title: string | null;
  /** Its place on the agenda, from 1. */
  readonly ordinal: number;
  readonly status: ItemStatus;
  /** 1 for the first ballot, one more for each revote. */
  readonly voteRound: number;
  /** Who could vote when the ballot was opened. */
  readonly turnout: Turnout | null;
  /** Who presided over its ballot: a vice chair where the chair had a conflict of interest. */
  readonly presiderId: string | null;
  readonly result: ItemResult | null;
  /** The result that stands while another ballot breaks a tie at the last place of a quota; null otherwise. */
  readonly earlier: ItemResult | null;
  /** The lower tier for which the council would have the case, which did not pass; the standing office carries it out. */
  readonly stepDownTo: string | null;
}

/** Who sits and may vote; fixed when the round convenes. Ids of members only. */
export interface Roll {
  readonly memberCount: number;
  readonly memberIds: readonly string[];
  readonly presentIds: readonly string[];
  /** Absent members who sent a proxy; they vote only where the rule of the item takes proxies. */
  readonly representedIds: readonly string[];
  /** Present members who can preside: the chair, then the vice chairs in the order of the council. */
  readonly chairIds: readonly string[];
  readonly secretaryIds: readonly string[];
  /** The chair and the vice chairs, present or not. */
  readonly chairSeatIds: readonly string[];
  readonly secretarySeatIds: readonly string[];
}

/** Member ids by item id. */
export type Conflicts = Readonly<Record<string, readonly string[]>>;

/** What the instance knows of itself. */
export interface ReviewContext {
  /** The council, or the cluster, that hosts the round. */
  readonly councilId: string;
  readonly campaignId: string | null;
  readonly meetsOn: LocalDate;
  readonly kind: ReviewKind;
  readonly items: Readonly<Record<string, ReviewItem>>;
  readonly roll: Roll | null;
  readonly conflicts: Conflicts;
  /** Who presides now: the chair, or a vice chair while the chair has a conflict of interest on an open item. */
  readonly chairId: string | null;
  /** Items that cannot pass even if everybody who may vote were in favour. */
  readonly unpassableItemIds: readonly string[];
  /** Last day for answers of a written round; null where there is none. */
  readonly answersBy: LocalDate | null;
  /** When an adjourned round sits again, if that is known. */
  readonly resumesOn: LocalDate | null;
  readonly sittings: readonly Sitting[];
  /** Whether the rules of the council ask for a counting committee. */
  readonly needsCounters: boolean;
  /** The counting committee; empty until it is named. */
  readonly counterIds: readonly string[];
  readonly countSignedBy: readonly string[];
  readonly declarations: readonly Declaration[];
  /** Places of quotas by item; null until they are allotted. */
  readonly places: Readonly<Record<string, Place>> | null;
  /** The order that the chair declared among those level at a last place. */
  readonly tieOrder: readonly string[];
  readonly minutes: { readonly on: LocalDate } | null;
  readonly signedBy: readonly string[];
  /** Signatures that the office recorded from paper: `minutes` or `count`, and the member. */
  readonly paperSignatures: readonly { readonly of: 'minutes' | 'count'; readonly memberId: string }[];
}

/** A member of the council on the day of the sitting. */
export interface CouncilMember {
  readonly memberId: string;
  readonly personId: string;
  readonly seat: 'chair' | 'viceChair' | 'member' | 'secretary';
}

/**
 * What the guards need to know from other rows; gathered inside the unit of work. A fact that a command does not ask
 * for is left empty as in `noReviewFacts`; above all there are no counts but for `review.count`.
 */
export interface ReviewFacts {
  /** For `putOnAgenda`: the rule of each item by its id, from the rulebook. An item without one is refused. */
  readonly itemRules: Readonly<Record<string, ItemRule>>;
  /** For `putOnAgenda`: cases among those asked for that are not listed for a council. */
  readonly unlistedCaseIds: readonly string[];
  /** For `putOnAgenda`: cases that are listed and that an open consultation, or something pending, keeps from being reviewed. */
  readonly heldUpCaseIds?: readonly string[];
  /** For `convene` and `reconvene`: the members of the day on which the round sits, in the order of the council. */
  readonly members: readonly CouncilMember[];
  /** For `convene` and `reconvene`: attendance that the council's own rules ask for. */
  readonly councilQuorum: Threshold | null;
  /** For `convene` and `reconvene`: known conflicts of interest by item. */
  readonly conflicts: Conflicts;
  /** For `cast` and `declare`: the member as whom the caller sits in the round. */
  readonly voterId: string | null;
  /** For `cast` and `receiveWritten`: whether that member has voted on that item in this vote round. */
  readonly hasVoted: boolean;
  /** For `receiveWritten`: whether the member had a ballot when it was opened, so that no opinion is due. */
  readonly hasBallot: boolean;
  /** For `count`: what the boxes of the closed items hold. */
  readonly counts: Readonly<Record<string, ItemCount>>;
  /** For `stepDown`: whether the rulebook knows the lower tier. */
  readonly tierIsKnown: boolean;
  /** For what has to do with places: the quotas of this council and campaign that are open. */
  readonly quotas: readonly QuotaFacts[];
  /** For the same: items whose case is of a woman. */
  readonly womanItemIds: readonly string[];
}

type Command<Name extends string, Input extends object = Record<never, never>> = WorkflowCommand<
  `review.${Name}`,
  Input,
  ReviewFacts
>;

interface Reasoned {
  /** Commitment of the reason's text; the text itself is kept apart. */
  readonly reason: string;
}

interface OverItems {
  readonly itemIds: readonly string[];
}

/** An item to put on the agenda: a case, whose rule is the rulebook's; or a question, for which the council states one. */
export interface AgendaItem {
  readonly itemId: string;
  readonly caseId: string | null;
  readonly title?: string;
  /** Of a question only: what is said about a case here is passed over. */
  readonly rule?: ItemRule;
}

/** Items whose ballot opens, and for a written round its new last day for answers. */
interface OverBallots extends OverItems {
  readonly answersBy?: LocalDate;
}

interface OfMembers {
  readonly memberIds: readonly string[];
}

interface Signature {
  readonly memberId: string;
  /** Recorded by the office from the signed paper. */
  readonly onPaper?: boolean;
}

export type ReviewCommand =
  | Command<
      'schedule',
      Pick<ReviewContext, 'councilId' | 'campaignId' | 'meetsOn' | 'kind'> &
        Partial<Pick<ReviewContext, 'answersBy' | 'needsCounters'>>
    >
  | Command<'putOnAgenda', { readonly items: readonly AgendaItem[] }>
  | Command<'takeOff', OverItems & Reasoned>
  | Command<'postpone', Reasoned>
  | Command<'reschedule', { readonly meetsOn: LocalDate; readonly answersBy?: LocalDate }>
  | Command<'convene', Attendance>
  | Command<'reconvene', Attendance>
  | Command<'arrive', OfMembers>
  | Command<'leave', OfMembers>
  | Command<'nameCounters', OfMembers>
  | Command<'declareConflict', { readonly itemId: string; readonly memberId: string }>
  | Command<'openBallot', OverBallots>
  | Command<'cast', { readonly itemId: string }>
  | Command<'closeBallot', OverItems>
  | Command<'awaitWritten'>
  | Command<'receiveWritten', { readonly itemId: string; readonly memberId: string }>
  | Command<'count'>
  | Command<'revote', OverBallots & Partial<Reasoned>>
  | Command<'recordPaper', { readonly counts: Readonly<Record<string, ItemCount>> }>
  | Command<'stepDown', { readonly itemId: string; readonly tier: string }>
  | Command<'declare', OverItems & Pick<Declaration, 'statement'>>
  | Command<'breakTie', OverBallots>
  | Command<'decideTie', OverItems>
  | Command<'allotPlaces'>
  | Command<'signCount', Signature>
  | Command<'minute', { readonly on: LocalDate }>
  | Command<'sign', Signature>
  | Command<'close'>
  | Command<'adjourn', Reasoned & { readonly until?: LocalDate }>
  | Command<'cancel', Reasoned>;

/** The member of the union with this type. */
export type ReviewCommandOf<Type extends ReviewCommand['type']> = Extract<ReviewCommand, { type: Type }>;
