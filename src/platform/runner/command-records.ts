import type { Accepted, Instant, RegisteredWorkflow, WorkflowCommand } from '../../../workflows/kernel';
import type { Ids } from '../ids/ids.port';
import type { EventEntry } from '../persistence/event-log';
import type { OutboxMessage } from '../persistence/outbox';

/** The command itself, so that the instance can be replayed, and the facts that followed from it. */
export function eventsOf(
  accepted: { readonly workflow: RegisteredWorkflow; readonly command: WorkflowCommand; readonly decision: Accepted },
  commandId: string,
  version: number,
): EventEntry[] {
  const { workflow, command, decision } = accepted;
  const common = { at: command.at, by: command.by, commandId, definition: workflow.id, version };
  return [
    { ...common, kind: 'command', type: command.type, data: { input: command.input, facts: command.facts } },
    ...decision.facts.map((fact) => ({ ...common, kind: 'fact' as const, type: fact.type, data: fact.data })),
  ];
}

/** The effects of an accepted command as messages for the outbox. */
export function messagesOf(
  decision: Accepted,
  source: { readonly workflow: string; readonly instanceId: string; readonly version: number },
  at: Instant,
  ids: Ids,
): OutboxMessage[] {
  return decision.effects.map((effect) => ({
    id: ids.next(),
    job: effect.job,
    payload: { ...source, ...effect.data },
    availableAt: at,
    createdAt: at,
  }));
}
