import type { WorkflowCommand } from './command';
import { decide, open } from './decide';
import type { Snapshot, Workflow } from './definition';

/**
 * Folds the stored commands of one instance through its own definition.
 * The result must equal the stored snapshot; a refused command in the history is a broken history and throws.
 */
export function replay(workflow: Workflow, commands: readonly WorkflowCommand[]): Snapshot {
  const [first, ...rest] = commands;
  if (!first) throw new Error(`An instance of ${workflow.id} has no commands to replay`);
  const opened = open(workflow, first);
  if (opened.outcome === 'refused') throw replayError(workflow, first, opened.reasons[0]?.code);
  return rest.reduce<Snapshot>((snapshot, command) => {
    const decision = decide(workflow, snapshot, command);
    if (decision.outcome === 'refused') throw replayError(workflow, command, decision.reasons[0]?.code);
    return decision.snapshot;
  }, opened.snapshot);
}

function replayError(workflow: Workflow, command: WorkflowCommand, code: string | undefined): Error {
  return new Error(
    `Replaying ${workflow.id}: the stored command ${command.type} of ${command.at} is refused now (${code})`,
  );
}
