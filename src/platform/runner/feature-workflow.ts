import type { Accepted, Instant, Refusal, Snapshot, WorkflowCommand } from '../../../workflows/kernel';
import type { Actor } from '../auth/actor';
import type { RowReader, SqlValue, Tx } from '../persistence/unit-of-work.port';
import type { WorkflowRow } from './workflow-row';

/** Stands for every command when somebody asks what could be done: all facts are gathered. */
export const ANY_COMMAND = '*';

/** What facts are gathered for: one command on one instance. */
export interface FactQuestion {
  readonly type: string;
  readonly instanceId: string;
  /** As the caller sent it; empty when only asking what would be possible. */
  readonly input: object;
  readonly actor: Actor;
  readonly at: Instant;
  /** Absent when the command opens the instance. */
  readonly row: WorkflowRow | undefined;
}

/** An accepted command in the middle of its unit of work: the state row and the events are written. */
export interface WorkflowChange {
  readonly instanceId: string;
  readonly command: WorkflowCommand;
  readonly actor: Actor;
  readonly before: WorkflowRow | undefined;
  readonly decision: Accepted;
  readonly version: number;
}

/** What a feature adds to the runner: where its rows are, which facts its guards need, what else it writes. */
export interface FeatureWorkflow {
  /** Name of the workflow: `campaign`. */
  readonly name: string;
  /** Its table: `campaigns`. */
  readonly table: string;
  /** Columns kept in step with the snapshot, so that lists and filters need not read it. */
  readonly project: (snapshot: Snapshot) => Readonly<Record<string, SqlValue>>;
  readonly gatherFacts: (rows: RowReader, question: FactQuestion) => Promise<object>;
  /**
   * Whether the actor may know of an instance. When absent, whoever has a seat that covers its unit: what lies above is
   * as unknown as what lies beside.
   */
  readonly isSeenBy?: (rows: RowReader, actor: Actor, row: WorkflowRow) => Promise<boolean>;
  /** The unit whose seats may fire this command, when it is not the instance's own: a member of an agreement signs for itself. */
  readonly authorityPath?: (rows: RowReader, question: FactQuestion) => Promise<string | undefined>;
  /** The council that an instance belongs to: what seats in councils may do counts there alone. None when absent. */
  readonly councilOf?: (row: WorkflowRow) => string;
  /** Further writes of the same unit of work. Reasons given back roll everything back: the command is refused. */
  readonly alongside?: (tx: Tx, change: WorkflowChange) => Promise<readonly Refusal[]>;
}
