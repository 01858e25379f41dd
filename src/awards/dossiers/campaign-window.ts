import { endOfDay, type Instant } from '../../../workflows/kernel';
import type { CampaignDirectory } from '../../campaigns';
import type { RowReader } from '../../platform/persistence';

/** The campaign and the award cycle that something belongs to; null outside campaigns. */
export interface CampaignPlace {
  readonly campaignId: string | null;
  readonly cycleId: string | null;
}

/** States in which a campaign runs: not suspended, not at its end. */
const RUNNING: ReadonlySet<string> = new Set(['underway', 'collecting', 'awarding']);

/** Whether dossiers are taken at this instant: always outside campaigns, and for an open cycle until the end of its last day. */
export async function takesDossiers(
  campaigns: CampaignDirectory,
  rows: RowReader,
  { campaignId, cycleId }: CampaignPlace,
  at: Instant,
): Promise<boolean> {
  if (campaignId === null) return true;
  const campaign = await campaigns.contextOf(rows, campaignId);
  if (!campaign || !RUNNING.has(campaign.state)) return false;
  const cycle = campaign.context.awardCycles.find(({ id }) => id === cycleId);
  return cycle !== undefined && at < endOfDay(cycle.dossiersDueOn);
}
