import { Injectable } from '@nestjs/common';
import { availableCommands } from '../../workflows/kernel';
import { actorMay, type Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock/clock.port';
import {
  availableCommandsResponse,
  type AvailableCommandsResponse,
} from '../platform/http/commands/available-commands';
import { ReadDatabase } from '../platform/persistence';
import { ANY_COMMAND } from '../platform/runner/feature-workflow';
import { RegistryHolder } from '../platform/runner/registry-holder';
import { loadWorkflowRow } from '../platform/runner/workflow-row';
import { PledgeWorkflow } from './pledge.workflow';

/**
 * "What can I do now, and why not" where one pledge has several units: each command is measured against the unit
 * that the runner would measure it against.
 */
@Injectable()
export class PledgeAvailability {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly registry: RegistryHolder,
    private readonly clock: Clock,
    private readonly workflow: PledgeWorkflow,
  ) {}

  /** For an actor who may see the pledge, which is for the caller to have asked. Throws NotFoundError. */
  async of(actor: Actor, instanceId: string): Promise<AvailableCommandsResponse> {
    const row = await loadWorkflowRow(this.reads, this.workflow.table, this.workflow.name, instanceId);
    const workflow = this.registry.workflows.get(row.definition);
    const question = { instanceId, input: {}, actor, at: this.clock.now(), row };
    const facts = await this.workflow.gatherFacts(this.reads, { ...question, type: ANY_COMMAND });
    const commands = availableCommands(workflow, row.snapshot, { at: question.at, by: actor.id, facts });
    const answers = await Promise.all(
      commands.map(async (command) => {
        const path = await this.workflow.authorityPath(this.reads, { ...question, type: command.command });
        const may = (permissions: readonly string[]): boolean => actorMay(actor, permissions, path ?? row.unitPath);
        return availableCommandsResponse(workflow, [command], may).items;
      }),
    );
    return { items: answers.flat() };
  }
}
