import { Injectable } from '@nestjs/common';
import { durationClass, type CampaignContext, type CampaignFacts } from '../../workflows/campaign';
import type { Refusal, Snapshot } from '../../workflows/kernel';
import type { Actor } from '../platform/auth/actor';
import type { RowReader, SqlValue, Tx } from '../platform/persistence/unit-of-work.port';
import {
  ANY_COMMAND,
  type FactQuestion,
  type FeatureWorkflow,
  type WorkflowChange,
} from '../platform/runner/feature-workflow';
import { refusalsWhen } from '../platform/runner/refusals';
import { RegistryHolder } from '../platform/runner/registry-holder';
import type { WorkflowRow } from '../platform/runner/workflow-row';
import { RulebooksService } from '../rulebooks';
import { UnitDirectory } from '../units';
import { CampaignLoad } from './campaign-load.port';
import { isKnownTo } from './campaign-sight';
import type { CampaignPlanRequest } from './dto/campaign-plan.request';
import { unitsNamedIn } from './campaign-plan';
import { CAMPAIGN_REFUSALS } from './campaigns.errors';
import { codeIsTaken, unknownUnits, writePlan } from './campaigns.repository';
import { NO_PLAN_FAULTS, planFaults } from './plan-faults';
import { PinnedReleases } from './releases/pinned-releases';
import { strayUnits, writeRunning } from './running/running.repository';
import { NO_PARENT, parentOf } from './tree/parent';

const CARRIES_A_PLAN: ReadonlySet<string> = new Set(['campaign.draft', 'campaign.revise', 'campaign.amend']);
/** What is counted stays true: the runner has taken the row, and whoever hangs something on a campaign holds it. */
const ASKS_FOR_LOAD: ReadonlySet<string> = new Set(['campaign.conclude', 'campaign.cancel', ANY_COMMAND]);
const PINS_A_RELEASE: ReadonlySet<string> = new Set(['campaign.launch', 'campaign.adoptRelease']);
const ASKS_FOR_RELEASE: ReadonlySet<string> = new Set([...PINS_A_RELEASE, ANY_COMMAND]);

/** What the campaign feature tells the runner: its table, its facts, and the plan rows beside the state row. */
@Injectable()
export class CampaignWorkflow implements FeatureWorkflow {
  readonly name = 'campaign';
  readonly table = 'campaigns';

  constructor(
    private readonly load: CampaignLoad,
    private readonly rulebooks: RulebooksService,
    private readonly registry: RegistryHolder,
    private readonly units: UnitDirectory,
    private readonly releases: PinnedReleases,
  ) {}

  project(snapshot: Snapshot): Readonly<Record<string, SqlValue>> {
    const context = snapshot.context as CampaignContext;
    return {
      kind: context.kind,
      starts_on: context.startsOn,
      ends_on: context.endsOn,
      plan_revision: context.planRevision,
      rulebook_release: context.rulebookRelease,
      parent_id: context.parentCampaignId,
      period_type: context.periodType,
      period_label: context.periodLabel,
      duration_class: durationClass(context.startsOn, context.endsOn),
    };
  }

  async gatherFacts(rows: RowReader, question: FactQuestion): Promise<CampaignFacts> {
    const { type, instanceId, row } = question;
    const counts = ASKS_FOR_LOAD.has(type)
      ? await this.load.of(rows, instanceId)
      : { openPledgeCount: 0, openCaseCount: 0, decidedCaseCount: 0 };
    const plan = CARRIES_A_PLAN.has(type) ? (question.input as CampaignPlanRequest) : undefined;
    const context = row?.snapshot.context as CampaignContext | undefined;
    return {
      ...counts,
      unknownUnitIds: plan ? await unknownUnits(rows, unitsNamedIn(plan)) : [],
      codeIsTaken: plan ? await codeIsTaken(rows, plan.code, instanceId) : false,
      ...(plan ? planFaults(plan) : NO_PLAN_FAULTS),
      ...(type === 'campaign.draft' ? await parentOf(rows, question) : NO_PARENT),
      strayUnitIds: context ? await strayUnits(rows, planAt(instanceId, context), unitsSpokenOf(question)) : [],
      release: context && ASKS_FOR_RELEASE.has(type) ? this.releaseFor(context) : null,
      workflowIds: ['pledge', 'review', 'award', 'decision'].map((name) => this.registry.workflows.latest(name).id),
    };
  }

  isSeenBy(rows: RowReader, actor: Actor, { snapshot, unitPath }: WorkflowRow): Promise<boolean> {
    return isKnownTo(rows, actor, { context: snapshot.context as CampaignContext, unitPath });
  }

  async alongside(tx: Tx, change: WorkflowChange): Promise<readonly Refusal[]> {
    const { type, at, input } = change.command;
    await writeRunning(tx, change);
    if (PINS_A_RELEASE.has(type)) await this.releases.keep(tx, at);
    if (!CARRIES_A_PLAN.has(type)) return [];
    const plan = input as CampaignPlanRequest;
    const { planRevision } = change.decision.snapshot.context as CampaignContext;
    await writePlan(tx, change.instanceId, planRevision, plan);
    // A plan that is changed later names those that have ended meanwhile all the same.
    const ended = type === 'campaign.draft' ? await this.units.dissolvedAmong(tx, unitsNamedIn(plan), at) : [];
    return refusalsWhen([ended.length > 0, CAMPAIGN_REFUSALS.unitIsDissolved]);
  }

  private releaseFor(context: CampaignContext): string | null {
    return this.rulebooks.releaseCovering(context.startsOn, context.endsOn);
  }
}

function planAt(campaignId: string, { planRevision }: CampaignContext): { campaignId: string; revision: number } {
  return { campaignId, revision: planRevision };
}

/** The units that a command on a running campaign speaks of: those asked for a report, or the one criticised. */
function unitsSpokenOf({ type, input }: FactQuestion): readonly string[] {
  const { unitIds, unitId } = input as { readonly unitIds?: readonly string[]; readonly unitId?: string };
  if (type === 'campaign.requestReport') return unitIds ?? [];
  return type === 'campaign.recordOutcome' && unitId !== undefined ? [unitId] : [];
}
