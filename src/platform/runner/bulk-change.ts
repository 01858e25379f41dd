import type { Accepted, RegisteredWorkflow, WorkflowCommand } from '../../../workflows/kernel';
import type { CommandRequest, OpenRequest } from './command-request';
import type { CommandAccepted } from './command-result';
import type { WorkflowChange } from './feature-workflow';
import type { WorkflowRow } from './workflow-row';

/** A command on an instance, or the opening of one, which names its unit. */
export type BulkRequest = CommandRequest & Partial<Pick<OpenRequest, 'unit'>>;

/** One accepted command among many. */
export interface BulkChange {
  readonly request: BulkRequest;
  /** Undefined when the command opens the instance. */
  readonly row: WorkflowRow | undefined;
  readonly unit: OpenRequest['unit'];
  readonly workflow: RegisteredWorkflow;
  readonly command: WorkflowCommand;
  readonly decision: Accepted;
  /** That the instance gets. */
  readonly version: number;
}

/** The change as features see it. */
export function workflowChange({ request, row, command, decision, version }: BulkChange): WorkflowChange {
  return { instanceId: request.instanceId, command, actor: request.actor, before: row, decision, version };
}

/** What whoever asked for the change is told. */
export function answerTo({ request, decision, version }: BulkChange): CommandAccepted {
  return { outcome: 'accepted', id: request.instanceId, version, state: decision.snapshot.state, isRepeat: false };
}
