import type { Snapshot, Workflow, WorkflowCommand } from '../../workflows/kernel';

/** Commands that walk a workflow through all of its states. */
export interface WorkflowSamples {
  readonly workflow: Workflow;
  /** Commands that open an instance, each the start of a walk of its own. */
  readonly openings: readonly WorkflowCommand[];
  /** Commands to try in a snapshot, with facts and input under which the guards may hold. Refused ones are passed over. */
  readonly commands: (snapshot: Snapshot) => readonly WorkflowCommand[];
  /** What, besides the state, decides what is possible next. All else is left out, so that the walk ends. */
  readonly distinguish: (context: object) => string;
}
