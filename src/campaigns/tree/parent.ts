import type { CampaignContext, CampaignFacts } from '../../../workflows/campaign';
import type { RowReader } from '../../platform/persistence';
import type { FactQuestion } from '../../platform/runner/feature-workflow';
import { loadWorkflowRows } from '../../platform/runner/workflow-row';
import { isKnownTo } from '../campaign-sight';
import type { CampaignPlanRequest } from '../dto/campaign-plan.request';

type ParentFacts = Pick<CampaignFacts, 'parent' | 'parentDepth'>;

/** Where no plan is drafted, or one without a parent. */
export const NO_PARENT: ParentFacts = { parent: 'none', parentDepth: 0 };

const ENDED: ReadonlySet<string> = new Set(['concluded', 'cancelled']);

/**
 * How the parent stands that a draft names, kept so until the transaction ends. One that the actor may not know of is as
 * unknown as one that is not there.
 */
export async function parentOf(rows: RowReader, { input, actor }: FactQuestion): Promise<ParentFacts> {
  const { parentCampaignId } = input as CampaignPlanRequest;
  if (parentCampaignId === undefined) return NO_PARENT;
  const [row] = await loadWorkflowRows(rows, 'campaigns', [parentCampaignId], 'held');
  if (!row) return { ...NO_PARENT, parent: 'unknown' };
  const context = row.snapshot.context as CampaignContext;
  if (!(await isKnownTo(rows, actor, { context, unitPath: row.unitPath }))) return { ...NO_PARENT, parent: 'unknown' };
  const { depth } = context;
  return { parent: ENDED.has(row.snapshot.state) ? 'ended' : 'open', parentDepth: depth };
}
