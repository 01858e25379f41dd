import { Injectable } from '@nestjs/common';
import { betterSide } from '../../workflows/indicator';
import { decimal, endOfDay, type Instant } from '../../workflows/kernel';
import type { PledgeCommand, PledgeContext, PledgeFacts, PledgeMeasure } from '../../workflows/pledge';
import { CampaignDirectory, type CampaignStanding, type MeasureOfPlan, type StandingQuestion } from '../campaigns';
import type { SqlCondition } from '../platform/auth/scope';
import type { RowReader } from '../platform/persistence';
import { ANY_COMMAND, type FactQuestion } from '../platform/runner/feature-workflow';
import { achievementOf } from './achievement';
import type { PledgeInputOf } from './pledge-input';
import { placesOf } from './pledges.repository';
import { lastVerified, planRevisionOfReport } from './progress/progress.repository';

/** What a guard may ask for. */
type Need = 'campaign' | 'measures' | 'assigned' | 'achievement';

/** What the guards of each command ask for; all of it when somebody asks what could be done. */
const NEEDS: Readonly<Record<PledgeCommand['type'], readonly Need[]>> = {
  'pledge.draft': ['campaign', 'measures'],
  'pledge.revise': ['measures'],
  'pledge.submit': ['campaign', 'measures', 'assigned'],
  'pledge.sign': [],
  'pledge.accept': ['campaign'],
  'pledge.return': [],
  'pledge.refuse': [],
  'pledge.report': ['campaign', 'measures'],
  'pledge.verify': ['measures'],
  'pledge.amend': ['campaign', 'measures', 'assigned'],
  'pledge.conclude': ['campaign', 'achievement'],
  'pledge.withdraw': [],
  'pledge.discontinue': ['campaign'],
};

const ANYTHING: readonly Need[] = ['campaign', 'measures', 'assigned', 'achievement'];
const RUNNING: ReadonlySet<string> = new Set(['underway', 'collecting', 'awarding']);

/** Commands that bring values: these are written under the plan as it is now. Others are judged by the plan of the values. */
const BRINGS_VALUES: ReadonlySet<string> = new Set(['pledge.draft', 'pledge.revise', 'pledge.amend']);

/** What is answered where nothing was asked: a guard that asks all the same does not hold. */
const NOTHING: PledgeFacts = {
  campaignIsRunning: false,
  registrationIsOpen: false,
  measures: [],
  openPledgeOfUnit: true,
  unitIsInCampaign: false,
  personIsOfUnit: false,
  successorIsKnown: false,
  achievement: { reached: 0, exceeded: 0, missed: 0, unreported: 0 },
  planRevision: 0,
};

/** The context of the pledge; of one that is being drafted what the draft says. */
export function pledgeOf({ row, input }: Pick<FactQuestion, 'row' | 'input'>): PledgeContext {
  if (row) return row.snapshot.context as PledgeContext;
  const draft = input as PledgeInputOf<'pledge.draft'>;
  const memberUnitIds = draft.kind === 'agreement' ? draft.memberUnitIds : [draft.unitId];
  const empty = { signedUnitIds: [], valuesRevision: 1, planRevision: 0, reports: [], outcome: null };
  return { ...draft, ...empty, personId: draft.personId ?? null, memberUnitIds, successorUnitId: null };
}

/** A revision of the plan, and the measures that a pledge is judged by. */
interface JudgedPlan {
  readonly planRevision: number;
  readonly planned: readonly MeasureOfPlan[];
}

const NOTHING_ASSIGNED: ReadonlyMap<string, string> = new Map();
const NO_PLAN: JudgedPlan = { planRevision: 0, planned: [] };

/** Gathers what the guards of a pledge ask for, each command only what is its own, with few statements. */
@Injectable()
export class PledgeFactsReader {
  /** The measures that facts were made from, for the writes of the same command: facts themselves are stored, and small. */
  private readonly plans = new WeakMap<object, readonly MeasureOfPlan[]>();

  constructor(private readonly campaigns: CampaignDirectory) {}

  async of(rows: RowReader, question: FactQuestion): Promise<PledgeFacts> {
    const needs = needsOf(question.type);
    if (needs.size === 0) return NOTHING;
    const pledge = pledgeOf(question);
    const campaign = await this.campaigns.standingOf(rows, standingQuestion(question, pledge));
    if (!campaign) return NOTHING;
    const { campaignId, unitId, personId } = pledge;
    const judgesMeasures = needs.has('measures') || needs.has('achievement');
    const plan = judgesMeasures ? await this.planFor(rows, question, pledge, campaign) : NO_PLAN;
    const assigned =
      needs.has('assigned') && personId === null
        ? await this.campaigns.allocationsOf(rows, campaignId, plan.planRevision, unitId)
        : NOTHING_ASSIGNED;
    const facts = {
      ...campaignFacts(campaign, question.at),
      ...standingFacts(campaign, pledge, question),
      planRevision: plan.planRevision,
      measures: needs.has('measures') ? measuresOf(plan, assigned, personId !== null) : NOTHING.measures,
      achievement: needs.has('achievement') ? await this.achieved(rows, question, plan) : NOTHING.achievement,
    };
    this.plans.set(facts, plan.planned);
    return facts;
  }

  /** The measures of the plan that facts were gathered from. */
  async measuresBehind(rows: RowReader, facts: PledgeFacts, campaignId: string): Promise<readonly MeasureOfPlan[]> {
    return this.plans.get(facts) ?? this.campaigns.measuresOf(rows, campaignId, facts.planRevision);
  }

  private async planFor(
    rows: RowReader,
    question: FactQuestion,
    { campaignId }: PledgeContext,
    campaign: CampaignStanding,
  ): Promise<JudgedPlan> {
    const planRevision = await revisionFor(rows, question, campaign);
    return { planRevision, planned: await this.campaigns.measuresOf(rows, campaignId, planRevision) };
  }

  /** A unit is judged by the mandatory measures, a person by what the person pledged. */
  private async achieved(
    rows: RowReader,
    question: FactQuestion,
    { planRevision, planned }: JudgedPlan,
  ): Promise<PledgeFacts['achievement']> {
    const { campaignId, values, personId } = pledgeOf(question);
    const verified = await lastVerified(rows, question.instanceId);
    const plans = new Map([[planRevision, planned]]);
    for (const { basis, planRevision: revision } of verified.values()) {
      if (basis !== null && !plans.has(revision))
        plans.set(revision, await this.campaigns.measuresOf(rows, campaignId, revision));
    }
    const judged =
      personId === null ? planned : planned.map((each) => ({ ...each, isMandatory: Object.hasOwn(values, each.code) }));
    return achievementOf(judged, values, { verified, claimedUnder: plans });
  }
}

/** What is counted beside the campaign. */
type Counted = 'place' | 'person' | 'successor';

/** Everything that a command asks about a campaign and who takes part, to be answered by one statement. */
function standingQuestion(question: FactQuestion, pledge: PledgeContext): StandingQuestion<Counted> {
  const { campaignId, unitId, personId, memberUnitIds } = pledge;
  const { successorUnitId } = question.input as { readonly successorUnitId?: string };
  const isOpening = question.row === undefined;
  const none: SqlCondition = { sql: 'SELECT 0', params: [] };
  return {
    campaignId,
    unitIds: [...new Set([unitId, ...memberUnitIds])],
    // A place is only taken by opening, and opening never meets a campaign that is being closed.
    lock: isOpening,
    counts: {
      place: isOpening ? placesOf(campaignId, unitId, personId) : none,
      person:
        isOpening && personId !== null
          ? {
              sql: 'SELECT COUNT(*) FROM people p WHERE p.id = ? AND p.unit_id = ? AND p.erased_at IS NULL AND p.merged_into_id IS NULL',
              params: [personId, unitId],
            }
          : none,
      successor:
        successorUnitId === undefined
          ? none
          : { sql: 'SELECT COUNT(*) FROM units u WHERE u.id = ?', params: [successorUnitId] },
    },
  };
}

function standingFacts(
  { partaking, counted }: { readonly partaking: number; readonly counted: Readonly<Record<Counted, number>> },
  { unitId, personId, memberUnitIds }: PledgeContext,
  { input, row }: FactQuestion,
): Pick<PledgeFacts, 'unitIsInCampaign' | 'openPledgeOfUnit' | 'personIsOfUnit' | 'successorIsKnown'> {
  const { successorUnitId } = input as { readonly successorUnitId?: string };
  return {
    unitIsInCampaign: partaking === new Set([unitId, ...memberUnitIds]).size,
    openPledgeOfUnit: row !== undefined || counted.place > 0,
    personIsOfUnit: personId === null || counted.person > 0,
    successorIsKnown: successorUnitId === undefined || counted.successor > 0,
  };
}

/** Of a person nothing is asked that the person did not pledge. */
function measuresOf(
  { planned }: JudgedPlan,
  assigned: ReadonlyMap<string, string>,
  isOfPerson: boolean,
): readonly PledgeMeasure[] {
  return planned.map(({ code, isMandatory, rule }) => {
    const value = assigned.get(code);
    const direction = betterSide(rule.direction);
    return {
      id: code,
      isMandatory: isMandatory && !isOfPerson,
      assigned: value === undefined ? null : decimal(value),
      direction,
    };
  });
}

function campaignFacts(
  { state, context: { registration } }: CampaignStanding,
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

async function revisionFor(rows: RowReader, question: FactQuestion, { context }: CampaignStanding): Promise<number> {
  const { type, instanceId, input, row } = question;
  if (!row || BRINGS_VALUES.has(type)) return context.planRevision;
  const { id } = input as Partial<PledgeInputOf<'pledge.verify'>>;
  const ofReport =
    type === 'pledge.verify' && id !== undefined ? await planRevisionOfReport(rows, instanceId, id) : undefined;
  return ofReport ?? (row.snapshot.context as PledgeContext).planRevision;
}

function needsOf(type: string): ReadonlySet<Need> {
  return new Set(type === ANY_COMMAND ? ANYTHING : NEEDS[type as PledgeCommand['type']]);
}
