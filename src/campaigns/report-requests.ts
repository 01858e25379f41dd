import type { CampaignContext } from '../../workflows/campaign';
import { placeholders, type RowReader } from '../platform/persistence';

/** A report that a campaign asks for. */
export type ReportRequest = CampaignContext['reportRequests'][number];

/** The reports that campaigns ask for, by campaign. Facts: it takes no scope. */
export async function reportRequestsOf(
  rows: RowReader,
  campaignIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ReportRequest[]>> {
  if (campaignIds.length === 0) return new Map();
  const found = await rows.rows<{ id: string; snapshot: string }>(
    `SELECT id, snapshot FROM campaigns WHERE id IN ${placeholders(campaignIds.length)}`,
    campaignIds,
  );
  return new Map(
    found.map(({ id, snapshot }) => [
      id,
      (JSON.parse(snapshot) as { readonly context: CampaignContext }).context.reportRequests,
    ]),
  );
}
