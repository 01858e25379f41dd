import type { ConsultationKind } from './consultation';
import type { Citation, Dong, LocalDate, WorkflowCommand } from '../kernel';

/** Who is nominated; the person, collective or household itself is a row of its own. */
export interface Subject {
  readonly kind: 'person' | 'collective' | 'household';
  readonly id: string;
}

/** The six kinds of commendation (Law 06/2022/QH15, article 8). */
export type Commendation = 'merit' | 'sudden' | 'thematic' | 'longService' | 'yearsOfService' | 'foreignRelations';

/** Which council a tier asks for; `none` when the authority decides on the appraisal alone. */
export type RouteCouncil = 'none' | 'standingCommittee' | 'fullCouncil' | 'writtenRound';

/** The way a tier takes, from the rulebook; pinned when the case is drafted, revised or stepped down. */
export interface Route {
  readonly council: RouteCouncil;
  /** Whether the names are published before the sitting. */
  readonly publicity: boolean;
  /** Whether a higher level decides: such a case is sent up and never decided here. */
  readonly upward: boolean;
  /** Whether the simple procedure may be used; of a case that uses it, that it does. */
  readonly simple: boolean;
  /** Opinions that the rulebook asks for; absent where it asks for none. */
  readonly consultations?: readonly ConsultationKind[];
}

/** What the officer found; `notProven` goes to people to judge and never refuses by itself. */
export type Finding = 'met' | 'notMet' | 'notProven';

/** What was found of one named condition of the standard. */
export interface ConditionFinding {
  /** Name of the condition, as the standard has it; never a person's data. */
  readonly condition: string;
  readonly finding: Finding;
  /** Commitment of the note's text; the text itself is kept apart. */
  readonly note?: string;
}

/** A condition of the rules that is not met or not proven on the evidence; without the evidence itself. */
export interface OpenCondition {
  /** Name of the predicate: `ratedAtLeast`. */
  readonly condition: string;
  readonly finding: Exclude<Finding, 'met'>;
  readonly citation: Citation;
}

/** What the rules say of the subject on the evidence of the moment: data, no words about anybody. */
export interface RulesFinding {
  readonly finding: Finding;
  /** Id of the rulebook, `vn-r2`, and the regime that it belongs to. */
  readonly rulebook: string;
  readonly regime: string;
  /** Hash of the release that the rulebook was taken from. */
  readonly release: string;
  /** Of the weakest row that the finding rests on. */
  readonly status: Citation['status'];
  /** Every condition in the way, in the order of the standard; empty when all is met. */
  readonly open: readonly OpenCondition[];
}

/** The officer's last appraisal. */
export interface Appraisal {
  readonly finding: Finding;
  readonly eligible: boolean;
  readonly on: LocalDate;
  /** What the rules said beside it; absent where no rule was asked. */
  readonly computed?: RulesFinding;
  /** The finding condition by condition; absent when the officer gave only the whole. */
  readonly conditions?: readonly ConditionFinding[];
}

/** The appraisal as an officer gives it. */
export type AppraisalInput = Pick<Appraisal, 'finding' | 'eligible' | 'conditions'> & {
  /** From this day on the registers hold everything about the subject, as the officer says: then absence decides too. */
  readonly completeFrom?: LocalDate;
  /** Commitment of the remark on the command: why the officer differs from the rules. */
  readonly comment?: string;
};

/** The vote of the council on the case, whichever way it went. */
export interface VoteFigures {
  readonly votesFor: number;
  /** Of how many: the base of the pass rule. */
  readonly base: number;
  readonly needed: number;
}

/** The answer of the higher level, recorded from its paper or its message. */
export interface AnswerAbove {
  /** Name or id of the authority, never of a person. */
  readonly issuer: string;
  readonly number: string;
  readonly date: LocalDate;
  /** Commitment of the signer's name; the name itself is kept apart. */
  readonly signer?: string;
}

/** Where the case is being reviewed. */
export interface ReviewPlace {
  readonly reviewId: string;
  readonly itemId: string;
}

/** What the instance knows of itself. */
export interface AwardContext {
  /** Null for what is commended outside campaigns. */
  readonly campaignId: string | null;
  readonly cycleId: string | null;
  readonly dossierId: string;
  readonly subject: Subject;
  /** Code of the tier in the rulebook. */
  readonly tier: string;
  readonly commendation: Commendation;
  readonly achievementId: string;
  readonly achievedFrom: LocalDate;
  readonly achievedTo: LocalDate;
  readonly route: Route;
  readonly officerId: string | null;
  readonly appraisal: Appraisal | null;
  readonly reviewId: string | null;
  readonly itemId: string | null;
  readonly recommendation: VoteFigures | null;
  /** Null while undecided, and for what a higher level granted. */
  readonly decisionId: string | null;
  /** The day of our decision, or of the higher level's. */
  readonly decidedOn: LocalDate | null;
  readonly presentedOn: LocalDate | null;
  readonly paidOn: LocalDate | null;
  /** Null until a decision fixes it. */
  readonly amount: Dong | null;
  /** The last answer of the higher level. */
  readonly above: AnswerAbove | null;
  /** The tiers the case stepped down from, first to last. */
  readonly retieredFrom: readonly string[];
  /** The case at the level below that was sent up and became this one; absent for a case that began here. */
  readonly parentCaseId?: string;
  /** The first case of that chain: the achievement stays its own, whoever judges it above. */
  readonly rootCaseId?: string;
}

/** The nomination as a unit writes it. */
export type CaseInput = Pick<
  AwardContext,
  | 'campaignId'
  | 'cycleId'
  | 'dossierId'
  | 'subject'
  | 'tier'
  | 'commendation'
  | 'achievementId'
  | 'achievedFrom'
  | 'achievedTo'
  | 'parentCaseId'
  | 'rootCaseId'
> & {
  /** Asks for the simple procedure: no council and no publicity, where the route allows it. */
  readonly simple?: boolean;
};

/** What the guards need to know from other rows; gathered inside the unit of work. */
export interface AwardFacts {
  /** The route of the tier asked for, or of the present tier; null when the rulebook does not know the tier. */
  readonly route: Route | null;
  readonly routeCitation?: Citation;
  /** Another living case rests on this achievement. */
  readonly achievementIsUsed: boolean;
  /** Discipline, an inspection or a complaint about the subject is pending. */
  readonly isFrozen: boolean;
  /** The rule of the regime that stops a case meanwhile; absent where no text of one is known. */
  readonly freezeCitation?: Citation;
  /** The tier asked for ranks below the present one; true when no other tier is asked for. */
  readonly tierIsLower: boolean;
  /** The level above has a case of its own for this one: its answer comes by message. */
  readonly hasSuccessor: boolean;
  /** The campaign has been concluded or cancelled: what ended in it stays as it is. */
  readonly campaignIsOver: boolean;
  /** The opinions that are asked for and still out, or that speak against the case. */
  readonly consultationsOpen: readonly ConsultationKind[];
  /** True outside campaigns, and for an open award cycle until the end of its last day. */
  readonly campaignTakesDossiers: boolean;
  /** The dossier has been found complete: the clock of the appraisal runs. */
  readonly dossierIsComplete: boolean;
  readonly subjectExists: boolean;
  /**
   * Papers without which nothing is handed in: 1 while the dossier has none at all. Those of its checklist may follow until
   * the office finds the dossier complete.
   */
  readonly missingPapers: number;
  /** What the rules of the case say of its subject at this moment; absent where they are not asked or do not know the tier. */
  readonly rulesFinding?: RulesFinding;
}

type Command<Name extends string, Input extends object = Record<never, never>> = WorkflowCommand<
  `award.${Name}`,
  Input,
  AwardFacts
>;

interface Reasoned {
  /** Commitment of the reason's text; the text itself is kept apart. */
  readonly reason: string;
}

export type AwardCommand =
  | Command<'draft', CaseInput>
  | Command<'revise', CaseInput>
  | Command<'submit'>
  | Command<'takeBack'>
  | Command<'receive'>
  | Command<'assign', { readonly officerId: string }>
  | Command<'appraise', AppraisalInput>
  | Command<'rejectAsIneligible', Reasoned>
  | Command<'list'>
  | Command<'startReview', ReviewPlace>
  | Command<'returnToList', ReviewPlace>
  | Command<'recommend', ReviewPlace & VoteFigures>
  | Command<'decline', ReviewPlace & VoteFigures>
  | Command<'recommendWithoutCouncil'>
  | Command<'decide', { readonly decisionId: string; readonly decidedOn: LocalDate; readonly amount: Dong | null }>
  | Command<'refuse', Reasoned>
  | Command<'sendUp'>
  | Command<'recordGrantedAbove', AnswerAbove & { readonly amount?: Dong | null }>
  | Command<'recordRefusedAbove', AnswerAbove>
  | Command<'recordReturnedFromAbove', AnswerAbove>
  | Command<'return', Reasoned>
  | Command<'withdraw'>
  | Command<'hold', Reasoned>
  | Command<'release'>
  | Command<'retier', { readonly tier: string }>
  | Command<'reopen', Reasoned>
  | Command<'present', { readonly presentedOn: LocalDate }>
  | Command<'pay', { readonly paidOn: LocalDate }>
  | Command<'revoke', Reasoned>;

/** The member of the union with this type. */
export type AwardCommandOf<Type extends AwardCommand['type']> = Extract<AwardCommand, { type: Type }>;
