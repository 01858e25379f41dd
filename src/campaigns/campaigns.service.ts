import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NotFoundError } from '../platform/errors/platform.errors';
import { derivedId } from '../platform/ids/derived-id';
import { ReadDatabase } from '../platform/persistence';
import { CommandDispatcher } from '../platform/runner/command-dispatcher';
import type { CommandResult } from '../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../platform/runner/feature-commands';
import { WorkflowRunner } from '../platform/runner/workflow-runner';
import { UnitDirectory } from '../units';
import { campaignForms } from './campaign-forms';
import { CampaignWorkflow } from './campaign.workflow';
import type { CampaignPlanRequest } from './dto/campaign-plan.request';

/** Interim reviews, report requests, award cycles and outcomes get their ids here, so that a command sent again names the same ones. */
const NAMES_SOMETHING: ReadonlySet<string> = new Set([
  'campaign.interimReview',
  'campaign.requestReport',
  'campaign.openAwardCycle',
  'campaign.recordOutcome',
]);

/** Commands on campaigns: builds the request, the runner does the rest. */
@Injectable()
export class CampaignsService implements FeatureCommands, OnModuleInit {
  readonly forms = campaignForms;

  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly runner: WorkflowRunner,
    private readonly workflow: CampaignWorkflow,
    private readonly units: UnitDirectory,
    private readonly reads: ReadDatabase,
  ) {}

  onModuleInit(): void {
    this.dispatcher.register(this);
  }

  /** Throws NotFoundError when the campaign, or the first issuer of a new one, does not exist. */
  execute(command: FeatureCommand): Promise<CommandResult> {
    const { instanceId, type, input } = command;
    if (instanceId === undefined) return this.draft(command, input as CampaignPlanRequest);
    return this.runner.run(this.workflow, {
      ...command,
      instanceId,
      input: NAMES_SOMETHING.has(type) ? { ...input, id: idFor(command) } : input,
    });
  }

  private async draft(command: FeatureCommand, plan: CampaignPlanRequest): Promise<CommandResult> {
    const ownerId = plan.issuerIds[0] ?? '';
    const path = await this.units.pathOf(this.reads, ownerId);
    if (path === undefined) throw new NotFoundError('unit', ownerId);
    return this.runner.open(this.workflow, { ...command, instanceId: idFor(command), unit: { id: ownerId, path } });
  }
}

function idFor({ type, actor, commandId }: FeatureCommand): string {
  return derivedId(type, actor.id, commandId);
}
