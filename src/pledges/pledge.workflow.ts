import { Injectable } from '@nestjs/common';
import { localDateOf, type Refusal, type Snapshot } from '../../workflows/kernel';
import type { PledgeCommand, PledgeContext, PledgeFacts } from '../../workflows/pledge';
import { CampaignDirectory } from '../campaigns';
import { actorCovers, actorMay, type Actor } from '../platform/auth/actor';
import type { RowReader, SqlValue, Tx } from '../platform/persistence/unit-of-work.port';
import type { FactQuestion, FeatureWorkflow, WorkflowChange } from '../platform/runner/feature-workflow';
import type { WorkflowRow } from '../platform/runner/workflow-row';
import { pathsDownTo, UnitDirectory } from '../units';
import type { PledgeInputOf } from './pledge-input';
import { pledgeOf, PledgeFactsReader } from './pledge-facts';
import { writePledge } from './pledge-writes';

/** Commands of the unit that prepares a pledge: they are its own affair even where the pledge is signed by several. */
const BY_THE_PREPARING_UNIT: ReadonlySet<string> = new Set<PledgeCommand['type']>([
  'pledge.draft',
  'pledge.revise',
  'pledge.submit',
  'pledge.report',
  'pledge.withdraw',
]);

/** Commands of whoever keeps the pledges: accepting and verifying is for those above, not for the unit itself. */
const BY_THE_KEEPER: ReadonlySet<string> = new Set<PledgeCommand['type']>([
  'pledge.accept',
  'pledge.return',
  'pledge.refuse',
  'pledge.verify',
  'pledge.amend',
  'pledge.conclude',
]);

/** What the pledge feature tells the runner: its table, its facts, who signs for whom, and the rows beside the state row. */
@Injectable()
export class PledgeWorkflow implements FeatureWorkflow {
  readonly name = 'pledge';
  readonly table = 'pledges';

  constructor(
    private readonly facts: PledgeFactsReader,
    private readonly campaigns: CampaignDirectory,
    private readonly units: UnitDirectory,
  ) {}

  project(snapshot: Snapshot): Readonly<Record<string, SqlValue>> {
    const context = snapshot.context as PledgeContext;
    return {
      campaign_id: context.campaignId,
      kind: context.kind,
      outcome: context.outcome,
      values_revision: context.valuesRevision,
      plan_revision: context.planRevision,
      person_id: context.personId,
      successor_unit_id: context.successorUnitId,
    };
  }

  gatherFacts(rows: RowReader, question: FactQuestion): Promise<PledgeFacts> {
    return this.facts.of(rows, question);
  }

  /**
   * What a unit does with its pledge is for its own seats; what is done with it, for those above. An agreement lies above
   * its members, who sign each for itself.
   */
  async authorityPath(rows: RowReader, question: FactQuestion): Promise<string | undefined> {
    const pledge = pledgeOf(question);
    if (isForTheKeeper(question)) return this.keepingPath(rows, question, pledge);
    if (pledge.kind === 'registration') return undefined;
    if (question.type === 'pledge.sign') return this.signingPath(rows, pledge, question);
    return BY_THE_PREPARING_UNIT.has(question.type) ? this.units.pathOf(rows, pledge.unitId) : undefined;
  }

  /**
   * Nobody keeps the pledge of their own unit in a campaign of a unit above: that takes a seat above the unit. In its own
   * campaign a unit keeps its pledge itself.
   */
  private async keepingPath(
    rows: RowReader,
    { row, at }: FactQuestion,
    { campaignId, memberUnitIds }: PledgeContext,
  ): Promise<string | undefined> {
    if (!row) return undefined;
    const above = pathsDownTo(row.unitPath).slice(0, -1);
    const isOfMember = memberUnitIds.some((id) => row.unitPath.endsWith(`/${id}/`));
    const campaign = isOfMember ? await this.campaigns.contextOf(rows, campaignId) : undefined;
    if (!campaign || above.includes(campaign.unitPath)) return campaign && above.at(-1);
    // The unit of the campaign may have been merged, or put elsewhere, since it was launched.
    const standing = await this.units.heirPathOf(rows, campaign.unitPath, localDateOf(at));
    return standing !== undefined && above.includes(standing) ? above.at(-1) : undefined;
  }

  /** Each unit that signs an agreement knows of it, though it lies above. */
  async isSeenBy(rows: RowReader, actor: Actor, { snapshot }: WorkflowRow): Promise<boolean> {
    const units = await this.units.byIds(rows, (snapshot.context as PledgeContext).memberUnitIds);
    return [...units.values()].some(({ path }) => actorCovers(actor, path));
  }

  async alongside(tx: Tx, change: WorkflowChange): Promise<readonly Refusal[]> {
    const { campaignId } = change.decision.snapshot.context as PledgeContext;
    const facts = change.command.facts as PledgeFacts;
    return writePledge(tx, change, {
      planRevision: facts.planRevision,
      rules: async () => {
        const measures = await this.facts.measuresBehind(tx, facts, campaignId);
        return new Map(measures.map(({ code, rule }) => [code, rule]));
      },
    });
  }

  /**
   * The unit that is to sign, if it is a member: for any other unit nobody below the agreement has a say.
   * When somebody asks what could be done, the first member that they could still sign for.
   */
  private async signingPath(
    rows: RowReader,
    { memberUnitIds, signedUnitIds }: PledgeContext,
    { input, actor }: FactQuestion,
  ): Promise<string | undefined> {
    const { unitId } = input as Partial<PledgeInputOf<'pledge.sign'>>;
    const asked = unitId === undefined ? memberUnitIds.filter((id) => !signedUnitIds.includes(id)) : [unitId];
    const units = await this.units.byIds(
      rows,
      asked.filter((id) => memberUnitIds.includes(id)),
    );
    const paths = [...units.values()].map(({ path }) => path);
    return paths.find((path) => actorMay(actor, ['pledge.sign'], path)) ?? paths[0];
  }
}

/** Once a unit has reported, its pledge is withdrawn by whoever keeps it. */
function isForTheKeeper({ type, row }: FactQuestion): boolean {
  return BY_THE_KEEPER.has(type) || (type === 'pledge.withdraw' && row?.snapshot.state === 'reporting');
}
