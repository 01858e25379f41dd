import type { LocalDate, Threshold, WorkflowCommand } from '../kernel';
import type { ChooseCount } from './choose';
import type { Count, PassFigures, PassRule, Turnout } from './count';

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
}

/** One point of the agenda. The vote belongs to it. */
export interface ReviewItem extends ItemRule {
  /** Null where the item chooses among options and judges no single case. */
  readonly caseId: string | null;
  readonly status: ItemStatus;
  /** 1 for the first ballot, one more for each revote. */
  readonly voteRound: number;
  /** Who could vote when the ballot was opened. */
  readonly turnout: Turnout | null;
  readonly result: ItemResult | null;
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
  readonly minutes: { readonly on: LocalDate } | null;
  readonly signedBy: readonly string[];
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
  /** For `convene` and `reconvene`: the members of the day on which the round sits, in the order of the council. */
  readonly members: readonly CouncilMember[];
  /** For `convene` and `reconvene`: attendance that the council's own rules ask for. */
  readonly councilQuorum: Threshold | null;
  /** For `convene` and `reconvene`: known conflicts of interest by item. */
  readonly conflicts: Conflicts;
  /** For `cast`: the member as whom the caller votes. */
  readonly voterId: string | null;
  /** For `cast` and `receiveWritten`: whether that member has voted on that item in this vote round. */
  readonly hasVoted: boolean;
  /** For `count`: what the boxes of the closed items hold. */
  readonly counts: Readonly<Record<string, ItemCount>>;
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

/** Who came, and which absent members sent a proxy. */
export interface Attendance {
  readonly presentIds: readonly string[];
  readonly representedIds?: readonly string[];
}

export type ReviewCommand =
  | Command<'schedule', Pick<ReviewContext, 'councilId' | 'campaignId' | 'meetsOn' | 'kind'>>
  | Command<'putOnAgenda', { readonly items: readonly { readonly itemId: string; readonly caseId: string | null }[] }>
  | Command<'takeOff', OverItems & Reasoned>
  | Command<'postpone', Reasoned>
  | Command<'reschedule', { readonly meetsOn: LocalDate }>
  | Command<'convene', Attendance>
  | Command<'reconvene', Attendance>
  | Command<'declareConflict', { readonly itemId: string; readonly memberId: string }>
  | Command<'openBallot', OverItems>
  | Command<'cast', { readonly itemId: string }>
  | Command<'closeBallot', OverItems>
  | Command<'awaitWritten'>
  | Command<'receiveWritten', { readonly itemId: string; readonly memberId: string }>
  | Command<'count'>
  | Command<'revote', OverItems & Partial<Reasoned>>
  | Command<'recordPaper', { readonly counts: Readonly<Record<string, ItemCount>> }>
  | Command<'minute', { readonly on: LocalDate }>
  | Command<'sign', { readonly memberId: string }>
  | Command<'close'>
  | Command<'adjourn', Reasoned>
  | Command<'cancel', Reasoned>;

/** The member of the union with this type. */
export type ReviewCommandOf<Type extends ReviewCommand['type']> = Extract<ReviewCommand, { type: Type }>;
