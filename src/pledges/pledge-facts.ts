import { Injectable } from '@nestjs/common';
import { betterSide } from '../../workflows/indicator';
import { decimal, endOfDay, type Instant } from '../../workflows/kernel';
import type { PledgeCommand, PledgeContext, PledgeFacts, PledgeMeasure } from '../../workflows/pledge';
import { CampaignDirectory, type MeasureOfPlan } from '../campaigns';
import type { RowReader } from '../platform/persistence';
import { ANY_COMMAND, type FactQuestion } from '../platform/runner/feature-workflow';
import { achievementOf } from './achievement';
import type { PledgeInputOf } from './pledge-input';
import { placeIsTaken, planRevisionOf } from './pledges.repository';
import { lastVerified, planRevisionOfReport } from './progress/progress.repository';

/** What a guard may ask for. */
type Need = 'campaign' | 'units' | 'place' | 'measures' | 'assigned' | 'achievement';

/** What the guards of each command ask for; all of it when somebody asks what could be done. */
const NEEDS: Readonly<Record<PledgeCommand['type'], readonly Need[]>> = {
  'pledge.draft': ['campaign', 'units', 'place', 'measures'],
  'pledge.revise': ['measures'],
  'pledge.submit': ['campaign', 'units', 'measures', 'assigned'],
  'pledge.sign': [],
  'pledge.accept': ['campaign'],
  'pledge.return': [],
  'pledge.refuse': [],
  'pledge.report': ['campaign', 'measures'],
  'pledge.verify': ['measures'],
  'pledge.amend': ['campaign', 'measures', 'assigned'],
  'pledge.conclude': ['campaign', 'achievement'],
  'pledge.withdraw': [],
  'pledge.discontinue': [],
};

/** A place is asked for by opening alone, and what could be done is asked of what is open already. */
const ANYTHING: readonly Need[] = ['campaign', 'units', 'measures', 'assigned', 'achievement'];
const RUNNING: ReadonlySet<string> = new Set(['underway', 'collecting', 'awarding']);

/** Commands that bring values: these are written under the plan as it is now. Others are judged by the plan of the values. */
const BRINGS_VALUES: ReadonlySet<string> = new Set(['pledge.draft', 'pledge.revise', 'pledge.amend']);

/** The facts of the machine, and the revision of the plan that they are from; kept with the command. */
export interface PledgeFactsOfPlan extends PledgeFacts {
  readonly planRevision: number;
}

/** What is answered where nothing was asked: a guard that asks all the same does not hold. */
const NOTHING: PledgeFactsOfPlan = {
  campaignIsRunning: false,
  registrationIsOpen: false,
  measures: [],
  openPledgeOfUnit: true,
  unitIsInCampaign: false,
  achievement: { reached: 0, exceeded: 0, missed: 0, unreported: 0 },
  planRevision: 0,
};

/** The context of the pledge; of one that is being drafted what the draft says. */
export function pledgeOf({ row, input }: Pick<FactQuestion, 'row' | 'input'>): PledgeContext {
  if (row) return row.snapshot.context as PledgeContext;
  const draft = input as PledgeInputOf<'pledge.draft'>;
  const memberUnitIds = draft.kind === 'agreement' ? draft.memberUnitIds : [draft.unitId];
  return { ...draft, memberUnitIds, signedUnitIds: [], valuesRevision: 1, reports: [], outcome: null };
}

type Campaign = NonNullable<Awaited<ReturnType<CampaignDirectory['contextOf']>>>;

/** A revision of the plan, and the measures that a pledge is judged by. */
interface JudgedPlan {
  readonly planRevision: number;
  readonly planned: readonly MeasureOfPlan[];
}

const NOTHING_ASSIGNED: ReadonlyMap<string, string> = new Map();
const NO_PLAN: JudgedPlan = { planRevision: 0, planned: [] };

/** Gathers what the guards of a pledge ask for, each command only what is its own. */
@Injectable()
export class PledgeFactsReader {
  constructor(private readonly campaigns: CampaignDirectory) {}

  async of(rows: RowReader, question: FactQuestion): Promise<PledgeFactsOfPlan> {
    const needs = needsOf(question.type);
    if (needs.size === 0) return NOTHING;
    const pledge = pledgeOf(question);
    // A place is only taken by opening, and opening never meets a campaign that is being closed.
    if (needs.has('place')) await this.campaigns.hold(rows, pledge.campaignId);
    const campaign = await this.campaigns.contextOf(rows, pledge.campaignId);
    if (!campaign) return NOTHING;
    const { campaignId, unitId } = pledge;
    const judgesMeasures = needs.has('measures') || needs.has('achievement');
    const plan = judgesMeasures ? await this.planFor(rows, question, campaignId, campaign) : NO_PLAN;
    const assigned = needs.has('assigned')
      ? await this.campaigns.allocationsOf(rows, campaignId, plan.planRevision, unitId)
      : NOTHING_ASSIGNED;
    return {
      ...campaignFacts(campaign, question.at),
      planRevision: plan.planRevision,
      measures: needs.has('measures') ? measuresOf(plan, assigned) : NOTHING.measures,
      unitIsInCampaign: needs.has('units') && (await this.takePart(rows, pledge, campaign)),
      openPledgeOfUnit: !needs.has('place') || (await placeIsTaken(rows, campaignId, unitId)),
      achievement: needs.has('achievement') ? await achieved(rows, question, plan) : NOTHING.achievement,
    };
  }

  private async planFor(
    rows: RowReader,
    question: FactQuestion,
    campaignId: string,
    campaign: Campaign,
  ): Promise<JudgedPlan> {
    const planRevision = await revisionFor(rows, question, campaign);
    return { planRevision, planned: await this.campaigns.measuresOf(rows, campaignId, planRevision) };
  }

  private async takePart(rows: RowReader, pledge: PledgeContext, { context }: Campaign): Promise<boolean> {
    for (const unitId of new Set([pledge.unitId, ...pledge.memberUnitIds])) {
      if (!(await this.campaigns.takesPart(rows, pledge.campaignId, context.planRevision, unitId))) return false;
    }
    return true;
  }
}

function measuresOf({ planned }: JudgedPlan, assigned: ReadonlyMap<string, string>): readonly PledgeMeasure[] {
  return planned.map(({ code, isMandatory, rule }) => {
    const value = assigned.get(code);
    const direction = betterSide(rule.direction);
    return { id: code, isMandatory, assigned: value === undefined ? null : decimal(value), direction };
  });
}

function campaignFacts(
  { state, context: { registration } }: Campaign,
  at: Instant,
): Pick<PledgeFacts, 'campaignIsRunning' | 'registrationIsOpen'> {
  const { status, closesOn } = registration;
  // The day decides, not the job that notes its end: a late job admits nothing.
  const isInTime = closesOn === null || at < endOfDay(closesOn);
  return {
    campaignIsRunning: RUNNING.has(state),
    registrationIsOpen: status === 'none' || (status === 'open' && isInTime),
  };
}

async function revisionFor(rows: RowReader, question: FactQuestion, { context }: Campaign): Promise<number> {
  const { type, instanceId, input, row } = question;
  if (!row || BRINGS_VALUES.has(type)) return context.planRevision;
  const { id } = input as Partial<PledgeInputOf<'pledge.verify'>>;
  const ofReport =
    type === 'pledge.verify' && id !== undefined ? await planRevisionOfReport(rows, instanceId, id) : undefined;
  return ofReport ?? (await planRevisionOf(rows, instanceId)) ?? context.planRevision;
}

async function achieved(
  rows: RowReader,
  question: FactQuestion,
  { planned }: JudgedPlan,
): Promise<PledgeFacts['achievement']> {
  return achievementOf(planned, pledgeOf(question).values, await lastVerified(rows, question.instanceId));
}

function needsOf(type: string): ReadonlySet<Need> {
  return new Set(type === ANY_COMMAND ? ANYTHING : NEEDS[type as PledgeCommand['type']]);
}
