import type { Refusal } from '../../../workflows/kernel';
import type { RowReader, Tx } from '../persistence/unit-of-work.port';
import type { FactQuestion, FeatureWorkflow, WorkflowChange } from './feature-workflow';

/** What a feature adds when many of its instances change at once: facts for all of them with a few statements. */
export interface BulkFeature extends FeatureWorkflow {
  /** Facts by instance id. */
  readonly gatherFactsOfMany: (
    rows: RowReader,
    questions: readonly FactQuestion[],
  ) => Promise<ReadonlyMap<string, object>>;
  /** The units whose seats may fire these commands, by instance id, where they are not the instances' own. */
  readonly authorityPathsOf?: (
    rows: RowReader,
    questions: readonly FactQuestion[],
  ) => Promise<ReadonlyMap<string, string>>;
  /**
   * What only one instance of a unit of work may take. Of several that the machine would all let have it the first gets
   * it; the others are decided in a unit of their own, which sees that it is taken and says so.
   */
  readonly takes?: (change: WorkflowChange) => string | undefined;
  /** What speaks against changes to which the machine has agreed, by instance id: they are refused, nothing is written. */
  readonly refusalsOfMany?: (
    tx: Tx,
    changes: readonly WorkflowChange[],
  ) => Promise<ReadonlyMap<string, readonly Refusal[]>>;
  /** Further writes for all accepted changes. What it throws rolls the whole unit back. */
  readonly alongsideMany?: (tx: Tx, changes: readonly WorkflowChange[]) => Promise<void>;
  /**
   * Jobs that are told with one message of all instances of a unit of work of which they would be told the same: the
   * message names the first as its instance and the others as `otherIds`. Their payload is a WorkflowEffectsPayload.
   */
  readonly toldTogether?: ReadonlySet<string>;
}
