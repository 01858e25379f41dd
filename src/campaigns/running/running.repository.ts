import type { CampaignCommandOf } from '../../../workflows/campaign';
import { insertRows, placeholders, type RowReader, type Tx } from '../../platform/persistence';
import type { WorkflowChange } from '../../platform/runner/feature-workflow';

/** Units out of this list that a revision of a plan does not name. */
export async function strayUnits(
  rows: RowReader,
  plan: { readonly campaignId: string; readonly revision: number },
  unitIds: readonly string[],
): Promise<readonly string[]> {
  if (unitIds.length === 0) return [];
  const known = await rows.rows<{ id: string }>(
    `SELECT unit_id AS "id" FROM campaign_units
     WHERE campaign_id = ? AND plan_revision = ? AND unit_id IN ${placeholders(unitIds.length)}`,
    [plan.campaignId, plan.revision, ...unitIds],
  );
  const found = new Set(known.map(({ id }) => id));
  return unitIds.filter((id) => !found.has(id));
}

/** Writes what a command adds to a running campaign beside its state; nothing for the others. */
export async function writeRunning(tx: Tx, { instanceId, command }: WorkflowChange): Promise<void> {
  switch (command.type) {
    case 'campaign.interimReview':
      return insertReview(tx, instanceId, command.input as ReviewInput);
    case 'campaign.requestReport':
      return insertAddressees(tx, instanceId, command.input as RequestInput);
    case 'campaign.recordOutcome':
      return insertOutcome(tx, instanceId, command as CampaignCommandOf<'campaign.recordOutcome'>);
    case 'campaign.withdrawOutcome':
      return withdrawOutcome(tx, command as CampaignCommandOf<'campaign.withdrawOutcome'>);
    default:
      return;
  }
}

type RequestInput = CampaignCommandOf<'campaign.requestReport'>['input'];

interface ReviewInput {
  readonly id: string;
  readonly heldOn: string;
  readonly name?: string;
  /** Commitment. */
  readonly results?: string;
  readonly paperNumber?: string;
}

function insertReview(tx: Tx, campaignId: string, review: ReviewInput): Promise<void> {
  const { id, heldOn, name = null, results = null, paperNumber = null } = review;
  return insertRows(tx, 'campaign_interim_reviews', [
    { id, campaign_id: campaignId, held_on: heldOn, name, results, paper_number: paperNumber },
  ]);
}

function insertAddressees(tx: Tx, campaignId: string, { id, unitIds = [] }: RequestInput): Promise<void> {
  return insertRows(
    tx,
    'campaign_addressees',
    unitIds.map((unitId) => ({ request_id: id, unit_id: unitId, campaign_id: campaignId })),
  );
}

function insertOutcome(
  tx: Tx,
  campaignId: string,
  { at, input }: CampaignCommandOf<'campaign.recordOutcome'>,
): Promise<void> {
  const { id, kind, unitId, reason } = input;
  return insertRows(tx, 'campaign_outcomes', [
    { id, campaign_id: campaignId, kind, unit_id: unitId, reason, recorded_at: at },
  ]);
}

async function withdrawOutcome(tx: Tx, { at, input }: CampaignCommandOf<'campaign.withdrawOutcome'>): Promise<void> {
  await tx.change('UPDATE campaign_outcomes SET withdrawn_at = ?, withdrawn_for = ? WHERE id = ?', [
    at,
    input.reason,
    input.outcomeId,
  ]);
}
