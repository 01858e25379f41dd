import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CampaignDirectory } from '../campaigns';
import { actorCovers, actorSees } from '../platform/auth/actor';
import { NotFoundError } from '../platform/errors/platform.errors';
import { derivedId } from '../platform/ids/derived-id';
import { ReadDatabase } from '../platform/persistence';
import { CommandDispatcher } from '../platform/runner/command-dispatcher';
import type { CommandResult } from '../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../platform/runner/feature-commands';
import { WorkflowRunner } from '../platform/runner/workflow-runner';
import { refused } from '../platform/runner/refusals';
import { commonPath, UnitDirectory } from '../units';
import type { DraftPledgeRequest } from './dto/draft-pledge.request';
import { pledgeForms } from './pledge-forms';
import { machineRequest } from './pledge-input';
import { PledgeWorkflow } from './pledge.workflow';
import { PLEDGE_REFUSALS } from './pledges.errors';
import { SigningDelegates } from './signing-delegates';

/** Commands on pledges: builds the request, the runner does the rest. */
@Injectable()
export class PledgesService implements FeatureCommands, OnModuleInit {
  readonly forms = pledgeForms;

  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly runner: WorkflowRunner,
    private readonly workflow: PledgeWorkflow,
    private readonly campaigns: CampaignDirectory,
    private readonly units: UnitDirectory,
    private readonly signing: SigningDelegates,
    private readonly reads: ReadDatabase,
  ) {}

  onModuleInit(): void {
    this.dispatcher.register(this);
  }

  /** Throws NotFoundError when the pledge, or the unit or campaign of a new one, is not there or out of sight. */
  async execute(command: FeatureCommand): Promise<CommandResult> {
    const { instanceId } = command;
    if (instanceId === undefined) return this.draft(command, command.input as DraftPledgeRequest);
    const actor = await this.signing.actorFor(command);
    return this.runner.run(this.workflow, { ...command, ...machineRequest(command), actor, instanceId });
  }

  private async draft(command: FeatureCommand, draft: DraftPledgeRequest): Promise<CommandResult> {
    const { type, actor, commandId } = command;
    const ownPath = await this.units.pathSeenBy(this.reads, actor, draft.unitId);
    if (ownPath === undefined) throw new NotFoundError('unit', draft.unitId);
    await this.assertCampaignIsKnown(command, draft);
    const path = draft.kind === 'agreement' ? await this.pathAbove(draft, ownPath) : ownPath;
    if (path === '/') return refused(PLEDGE_REFUSALS.noCommonUnit);
    const unit = { id: draft.unitId, path };
    const instanceId = derivedId(type, actor.id, commandId);
    return this.runner.open(this.workflow, { ...command, ...machineRequest(command), instanceId, unit });
  }

  /**
   * Who covers a campaign knows of it; everybody else once it is launched, from below or because its plan names the unit:
   * a campaign of another tree may well have units of this one in its plan.
   */
  private async assertCampaignIsKnown({ actor }: FeatureCommand, draft: DraftPledgeRequest): Promise<void> {
    const { campaignId, unitId } = draft;
    const campaign = await this.campaigns.contextOf(this.reads, campaignId);
    if (!campaign) throw new NotFoundError('campaign', campaignId);
    const { unitPath, context } = campaign;
    if (actorCovers(actor, unitPath)) return;
    const isAnnounced =
      context.rulebookRelease !== null &&
      (actorSees(actor, unitPath) ||
        (await this.campaigns.takesPart(this.reads, campaignId, context.planRevision, unitId)));
    if (!isAnnounced) throw new NotFoundError('campaign', campaignId);
  }

  /** The path of the lowest unit above all members. Members that are no unit are left to the machine to refuse. */
  private async pathAbove({ memberUnitIds = [] }: DraftPledgeRequest, ownPath: string): Promise<string> {
    const members = await this.units.byIds(this.reads, memberUnitIds);
    return commonPath([ownPath, ...[...members.values()].map(({ path }) => path)]);
  }
}
