import { Injectable } from '@nestjs/common';
import { availableCommands } from '../../../workflows/kernel';
import { actorMay, type Actor } from '../auth/actor';
import { Clock } from '../clock/clock.port';
import { NotFoundError } from '../errors/platform.errors';
import { availableCommandsResponse, type AvailableCommandsResponse } from '../http/commands/available-commands';
import { ReadDatabase } from '../persistence/unit-of-work.port';
import { ANY_COMMAND, type FeatureWorkflow } from './feature-workflow';
import { isSeenBy } from './is-seen-by';
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
    if (!(await isSeenBy(this.reads, feature, actor, row))) throw new NotFoundError(feature.name, instanceId);
    const workflow = this.registry.workflows.get(row.definition);
    const question = { instanceId, input: {}, actor, at: this.clock.now(), row };
    const facts = await feature.gatherFacts(this.reads, { ...question, type: ANY_COMMAND });
    const items: AvailableCommandsResponse['items'][number][] = [];
    for (const command of availableCommands(workflow, row.snapshot, { at: question.at, by: actor.id, facts })) {
      // Measured against the unit that the runner would measure it against.
      const path = await feature.authorityPath?.(this.reads, { ...question, type: command.command });
      const may = (permissions: readonly string[]): boolean =>
        actorMay(actor, permissions, path ?? row.unitPath, feature.councilOf?.(row));
      items.push(...availableCommandsResponse(workflow, [command], may).items);
    }
    return { items };
  }
}
