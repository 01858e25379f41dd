import { actorCovers, type Actor } from '../auth/actor';
import type { RowReader } from '../persistence';
import type { FeatureWorkflow } from './feature-workflow';
import type { WorkflowRow } from './workflow-row';

/** Whether an actor may know of an instance: as its feature says, or else whoever has a seat that covers its unit. */
export async function isSeenBy(
  rows: RowReader,
  feature: FeatureWorkflow,
  actor: Actor,
  row: WorkflowRow,
): Promise<boolean> {
  return actorCovers(actor, row.unitPath) || ((await feature.isSeenBy?.(rows, actor, row)) ?? false);
}
