import type { Decimal, LocalDate, WorkflowCommand } from '../kernel';

/** A registration is what one unit, or one person of a unit, commits to; an agreement is what several units sign together. */
export type PledgeKind = 'registration' | 'agreement';

/** What a unit commits to for one measure, in the unit of that measure. */
export interface PledgedValue {
  readonly value: Decimal;
  /** Commitment of the reason's text, needed where the value falls short of the assigned one; null without a reason. */
  readonly reason: string | null;
}

/** Pledged values by measure id. */
export type PledgedValues = Readonly<Record<string, PledgedValue>>;

/** One progress report as the machine knows it; its values are rows of their own. */
export interface PledgeReport {
  readonly id: string;
  /** What the report covers, for example `2024-Q1`; one report per period. */
  readonly period: string;
  /** The day up to which its values count. */
  readonly asOf: LocalDate;
  readonly status: 'reported' | 'verified';
}

/** How a pledge ended: better than pledged, as pledged, or short of it. */
export type PledgeOutcome = 'exceeded' | 'fulfilled' | 'missed';

/** What the instance knows of itself. */
export interface PledgeContext {
  readonly campaignId: string;
  /** The unit that prepares the pledge and reports on it. */
  readonly unitId: string;
  /** The person who pledges, of this unit; null when the unit itself does. */
  readonly personId: string | null;
  readonly kind: PledgeKind;
  /** The units whose heads must all sign; of a registration the unit alone. */
  readonly memberUnitIds: readonly string[];
  /** Who has signed the present values: changed values are signed anew. */
  readonly signedUnitIds: readonly string[];
  readonly values: PledgedValues;
  /** Counts the versions of the values, from 1. */
  readonly valuesRevision: number;
  /** The plan that the present values were written under and are judged by. */
  readonly planRevision: number;
  readonly reports: readonly PledgeReport[];
  /** Null until the pledge is concluded. */
  readonly outcome: PledgeOutcome | null;
  /** The unit that took over from one that was merged or dissolved; null where the pledge was not discontinued, or nobody did. */
  readonly successorUnitId: string | null;
}

/** A measure of the campaign, reduced to what the guards judge. */
export interface PledgeMeasure {
  readonly id: string;
  readonly isMandatory: boolean;
  /** What the plan assigns to this unit; null when the unit chooses freely. */
  readonly assigned: Decimal | null;
  /** On which side of the assigned value a pledge falls short; `none` where values have no better side. */
  readonly direction: 'higherIsBetter' | 'lowerIsBetter' | 'none';
}

/** How the mandatory measures stand by their last verified values: four counts that add up to all of them. */
export interface Achievement {
  readonly reached: number;
  readonly exceeded: number;
  readonly missed: number;
  readonly unreported: number;
}

/** What the guards need to know from other rows; gathered inside the unit of work. */
export interface PledgeFacts {
  readonly campaignIsRunning: boolean;
  /** True when the campaign has no registration window, or while the window is open. */
  readonly registrationIsOpen: boolean;
  /** The measures that concern this unit. */
  readonly measures: readonly PledgeMeasure[];
  /** The revision of the plan that the measures are from. */
  readonly planRevision: number;
  /** Another pledge of this unit, or of this person, in this campaign has not ended. */
  readonly openPledgeOfUnit: boolean;
  /** The unit, and of an agreement every member, takes part in the campaign. */
  readonly unitIsInCampaign: boolean;
  /** Where a person pledges: the person belongs to the unit. */
  readonly personIsOfUnit: boolean;
  /** Where a successor is named: there is such a unit. */
  readonly successorIsKnown: boolean;
  readonly achievement: Achievement;
}

/** One value of a report. */
export interface ReportedValue {
  readonly measureId: string;
  readonly value: Decimal;
}

type Command<Name extends string, Input extends object = Record<never, never>> = WorkflowCommand<
  `pledge.${Name}`,
  Input,
  PledgeFacts
>;

interface Reasoned {
  /** Commitment of the reason's text; the text itself is kept apart. */
  readonly reason: string;
}

interface WithValues {
  /** All values anew: what is left out is no longer pledged. */
  readonly values: PledgedValues;
}

/** Everything that can be asked of a pledge. */
export type PledgeCommand =
  | Command<
      'draft',
      Pick<PledgeContext, 'campaignId' | 'unitId' | 'kind' | 'memberUnitIds' | 'values'> & {
        readonly personId?: string;
      }
    >
  | Command<'revise', WithValues>
  | Command<'submit'>
  | Command<'sign', { readonly unitId: string }>
  | Command<'accept'>
  | Command<'return', Reasoned>
  | Command<'refuse', Reasoned>
  | Command<'report', Omit<PledgeReport, 'status'> & { readonly values: readonly ReportedValue[] }>
  | Command<'verify', { readonly id: string; readonly values: readonly ReportedValue[] }>
  | Command<'amend', WithValues & Reasoned>
  | Command<'conclude'>
  | Command<'withdraw', Reasoned>
  | Command<'discontinue', Reasoned & { readonly successorUnitId?: string }>;

/** The member of the union with this type. */
export type PledgeCommandOf<Type extends PledgeCommand['type']> = Extract<PledgeCommand, { type: Type }>;
