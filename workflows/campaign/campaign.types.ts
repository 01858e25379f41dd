import type { LocalDate, WorkflowCommand } from '../kernel';

/** Regular campaigns run every year; thematic ones are launched for a purpose. */
export type CampaignKind = 'regular' | 'thematic';

/** What one period is: a calendar year, a school year, or several years. */
export type PeriodType = 'calendarYear' | 'schoolYear' | 'severalYears';

/** The registration window: some campaigns have none, since units sign in the launch meeting. */
export interface RegistrationWindow {
  readonly status: 'none' | 'open' | 'closed';
  readonly closesOn: LocalDate | null;
}

/** A progress report that units owe. */
export interface ReportRequest {
  readonly id: string;
  /** What the report covers, for example `2024-Q1`. */
  readonly period: string;
  readonly dueOn: LocalDate;
  /** False when only some units of the plan are asked; which ones is in rows of their own. */
  readonly isForAll: boolean;
}

/** What a campaign says of a unit besides awards: criticism (phê bình), or praise without an award (biểu dương). */
export type OutcomeKind = 'criticism' | 'praise';

/** An outcome for one unit; its reason is kept apart. */
export interface CampaignOutcome {
  readonly id: string;
  readonly kind: OutcomeKind;
  readonly unitId: string;
  readonly isWithdrawn: boolean;
}

/** How the parent that a plan names stands: `none` when it names none. */
export type ParentStanding = 'none' | 'open' | 'unknown' | 'ended';

/** One đợt xét khen thưởng inside a campaign. */
export interface AwardCycle {
  readonly id: string;
  readonly dossiersDueOn: LocalDate;
}

/** The plan as issued: number, symbol, date. */
export interface PlanApproval {
  readonly number: string;
  readonly symbol: string;
  readonly approvedOn: LocalDate;
}

/** What the instance knows of itself. Rounds, indicators and units are rows of their own. */
export interface CampaignContext {
  readonly kind: CampaignKind;
  readonly periodType: PeriodType;
  /** `2024`, of a school year `2024-2025`, of several years `2021-2023`. */
  readonly periodLabel: string;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly issuerIds: readonly string[];
  /** The campaign whose child this is; fixed when it is drafted, so that there are no circles. */
  readonly parentCampaignId: string | null;
  /** 1 without a parent. */
  readonly depth: number;
  /** Counts the versions of the plan; measures that were pledged on keep theirs. */
  readonly planRevision: number;
  readonly measureCount: number;
  readonly unitCount: number;
  /** Groups of what is done and classes of who takes part ("14 wards"), where a plan names no measures or no units. */
  readonly contentGroupCount: number;
  readonly participantClassCount: number;
  readonly approval: PlanApproval | null;
  /** Hash of the rulebook layers that govern the campaign; pinned at launch. */
  readonly rulebookRelease: string | null;
  /** Versions of the other workflows for everything that belongs to the campaign; fixed at launch. */
  readonly workflowIds: readonly string[];
  readonly registration: RegistrationWindow;
  readonly reportRequests: readonly ReportRequest[];
  readonly interimReviewDates: readonly LocalDate[];
  readonly awardCycles: readonly AwardCycle[];
  readonly outcomes: readonly CampaignOutcome[];
}

/** The plan as a caller sends it, reduced to what the machine judges. */
export interface PlanInput {
  readonly kind: CampaignKind;
  readonly periodType: PeriodType;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  /** Of a period of type `schoolYear`, where the days do not show it: `2024-2025`. */
  readonly schoolYear?: string;
  readonly issuerIds: readonly string[];
  readonly parentCampaignId?: string;
  readonly unitIds: readonly string[];
  readonly participantClasses?: readonly unknown[];
  readonly contentGroups?: readonly unknown[];
  readonly rounds: readonly { readonly startsOn: LocalDate; readonly endsOn: LocalDate }[];
  readonly indicators: readonly { readonly measures: readonly unknown[] }[];
}

/** Which deadline an extension moves. */
export type ExtensibleDeadline =
  | { readonly of: 'registration' }
  | { readonly of: 'period' }
  | { readonly of: 'report'; readonly id: string }
  | { readonly of: 'awardCycle'; readonly id: string };

/** What the guards need to know from other rows; gathered inside the unit of work. */
export interface CampaignFacts {
  /** Pledges that are neither concluded nor ended in another way. */
  readonly openPledgeCount: number;
  /** Cases on their way: submitted and not yet at an end. */
  readonly openCaseCount: number;
  /** Cases with a decision. */
  readonly decidedCaseCount: number;
  /** The rulebook release that covers the campaign's period now; null when none does. */
  readonly release: string | null;
  /** Units named in the plan that do not exist. */
  readonly unknownUnitIds: readonly string[];
  /** Another campaign has the code of this plan. */
  readonly codeIsTaken: boolean;
  /** Codes that the plan gives to two indicators or to two measures. */
  readonly repeatedCodes: readonly string[];
  /** Codes of measures of the plan by whose rule no value could be judged. */
  readonly faultyMeasures: readonly string[];
  /** Codes of measures that the plan assigns to no unit of its own, or twice to one, or that it does not have. */
  readonly strayAllocations: readonly string[];
  /** Codes of indicators that name a group of contents which the plan does not have. */
  readonly strayGroups: readonly string[];
  /** Names of offices that are given for a unit which does not issue the plan. */
  readonly strayOffices: readonly string[];
  readonly parent: ParentStanding;
  /** The depth of the parent; 0 without one. */
  readonly parentDepth: number;
  /** Units that a command speaks of and that do not take part in the campaign. */
  readonly strayUnitIds: readonly string[];
  /** The newest versions of the other workflows. */
  readonly workflowIds: readonly string[];
}

type Command<Name extends string, Input extends object = Record<never, never>> = WorkflowCommand<
  `campaign.${Name}`,
  Input,
  CampaignFacts
>;

interface Reasoned {
  /** Commitment of the reason's text; the text itself is kept apart. */
  readonly reason: string;
}

export type CampaignCommand =
  | Command<'draft', PlanInput>
  | Command<'revise', PlanInput>
  | Command<'submit'>
  | Command<'return', Reasoned>
  | Command<'approve', PlanApproval>
  | Command<'launch'>
  | Command<'openRegistration', { readonly closesOn: LocalDate | null }>
  | Command<'closeRegistration'>
  | Command<'interimReview', { readonly heldOn: LocalDate }>
  | Command<'requestReport', Omit<ReportRequest, 'isForAll'> & { readonly unitIds?: readonly string[] }>
  | Command<'openAwardCycle', AwardCycle>
  | Command<'startAwarding'>
  | Command<'extend', Reasoned & { readonly deadline: ExtensibleDeadline; readonly dueOn: LocalDate }>
  | Command<'amend', PlanInput & Reasoned>
  | Command<'adoptRelease', Reasoned>
  | Command<'recordOutcome', Reasoned & Omit<CampaignOutcome, 'isWithdrawn'>>
  | Command<'withdrawOutcome', Reasoned & { readonly outcomeId: string }>
  | Command<'suspend', Reasoned>
  | Command<'resume'>
  | Command<'conclude'>
  | Command<'reopen', Reasoned>
  | Command<'cancel', Reasoned>;

/** The member of the union with this type. */
export type CampaignCommandOf<Type extends CampaignCommand['type']> = Extract<CampaignCommand, { type: Type }>;
