import { Injectable } from '@nestjs/common';
import { availableCommands } from '../../../workflows/kernel';
import { actorMay, actorSees, type Actor } from '../auth/actor';
import { Clock } from '../clock/clock.port';
import { NotFoundError } from '../errors/platform.errors';
import { availableCommandsResponse, type AvailableCommandsResponse } from '../http/commands/available-commands';
import { ReadDatabase } from '../persistence/unit-of-work.port';
import { ANY_COMMAND, type FeatureWorkflow } from './feature-workflow';
import { RegistryHolder } from './registry-holder';
import { loadWorkflowRow } from './workflow-row';

/** Answers "what can I do now, and why not" from the same definition, facts and permissions that decide a command. */
@Injectable()
export class CommandAvailability {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly registry: RegistryHolder,
    private readonly clock: Clock,
  ) {}

  /** Throws NotFoundError when there is no such instance, or the actor may not know of it. */
  async of(feature: FeatureWorkflow, actor: Actor, instanceId: string): Promise<AvailableCommandsResponse> {
    const row = await loadWorkflowRow(this.reads, feature.table, feature.name, instanceId);
    if (!actorSees(actor, row.unitPath)) throw new NotFoundError(feature.name, instanceId);
    const workflow = this.registry.workflows.get(row.definition);
    const at = this.clock.now();
    const facts = await feature.gatherFacts(this.reads, { type: ANY_COMMAND, instanceId, input: {}, actor, at, row });
    const commands = availableCommands(workflow, row.snapshot, { at, by: actor.id, facts });
    return availableCommandsResponse(workflow, commands, (permissions) => actorMay(actor, permissions, row.unitPath));
  }
}
