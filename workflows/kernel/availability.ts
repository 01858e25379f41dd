import type { WorkflowCommand } from './command';
import { failedGuards } from './decide';
import type { Snapshot, Workflow } from './definition';
import type { Refusal } from './refusal';

/** One command as a user may see it now: possible, or every reason why not. */
export interface CommandAvailability {
  readonly command: string;
  readonly permissions: readonly string[];
  readonly reasons: readonly Refusal[];
  /** Guards that look at what the caller will send: they are answered only then. */
  readonly dependsOnInput: readonly string[];
}

/**
 * What can be done in this state and why not. `probe` carries the clock, the actor and the facts of the moment;
 * guards that need input are listed, not asked.
 */
export function availableCommands(
  workflow: Workflow,
  snapshot: Snapshot,
  probe: Omit<WorkflowCommand, 'type' | 'input'>,
): readonly CommandAvailability[] {
  const { refusals } = workflow.definition;
  const needsInput = (guard: string): boolean => refusals[guard]?.needsInput === true;
  return workflow.transitions.from(snapshot.state).map((way) => {
    const asked = { ...way, guards: way.guards.filter((guard) => !needsInput(guard)) };
    return {
      command: way.command,
      permissions: way.permissions,
      reasons: failedGuards(workflow, asked, snapshot.context, { ...probe, type: way.command, input: {} }),
      dependsOnInput: way.guards.filter(needsInput),
    };
  });
}
