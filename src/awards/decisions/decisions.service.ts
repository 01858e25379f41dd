import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CampaignDirectory, isKnownTo } from '../../campaigns';
import type { Actor } from '../../platform/auth/actor';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { derivedId } from '../../platform/ids/derived-id';
import { ReadDatabase } from '../../platform/persistence';
import { CommandDispatcher } from '../../platform/runner/command-dispatcher';
import type { CommandResult } from '../../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../../platform/runner/feature-commands';
import { refused } from '../../platform/runner/refusals';
import { WorkflowRunner } from '../../platform/runner/workflow-runner';
import { UnitDirectory } from '../../units';
import { decisionForms } from './decision-forms';
import { DecisionWorkflow } from './decision.workflow';
import { DECISION_REFUSALS } from './decisions.errors';

/** What a caller sends of a draft. */
interface DraftedDecision {
  readonly authorityUnitId: string;
  readonly campaignId?: string | null;
  readonly caseIds: readonly string[];
}

/** Commands on decisions: builds the request, the runner does the rest. */
@Injectable()
export class DecisionsService implements FeatureCommands, OnModuleInit {
  readonly forms = decisionForms;

  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly runner: WorkflowRunner,
    private readonly workflow: DecisionWorkflow,
    private readonly units: UnitDirectory,
    private readonly campaigns: CampaignDirectory,
    private readonly reads: ReadDatabase,
  ) {}

  onModuleInit(): void {
    this.dispatcher.register(this);
  }

  /** Throws NotFoundError when there is no such decision, or no such authority for a new one. */
  execute(command: FeatureCommand): Promise<CommandResult> {
    const { actor, instanceId, input, type } = command;
    if (instanceId === undefined) return this.draft(command, input as DraftedDecision);
    // Who signs is whoever sends this: nobody signs for somebody else.
    const signed = type === 'decision.sign' ? { principal: null, ...input, signerUserId: actor.id } : input;
    return this.runner.run(this.workflow, { ...command, instanceId, input: signed });
  }

  private async draft(command: FeatureCommand, input: DraftedDecision): Promise<CommandResult> {
    const { actor, commandId, type } = command;
    const { authorityUnitId, campaignId = null } = input;
    const path = await this.units.pathSeenBy(this.reads, actor, authorityUnitId);
    if (path === undefined) throw new NotFoundError('unit', authorityUnitId);
    if (campaignId !== null && !(await this.isCampaignSeen(actor, campaignId))) {
      return refused(DECISION_REFUSALS.unknownCampaign);
    }
    return this.runner.open(this.workflow, {
      ...command,
      instanceId: derivedId(type, actor.id, commandId),
      input: { ...input, campaignId },
      unit: { id: authorityUnitId, path },
    });
  }

  /** Also of a campaign that is not announced: whose paper it is may not be told by a refusal. */
  private async isCampaignSeen(actor: Actor, campaignId: string): Promise<boolean> {
    const campaign = await this.campaigns.contextOf(this.reads, campaignId);
    return campaign !== undefined && isKnownTo(this.reads, actor, campaign);
  }
}
