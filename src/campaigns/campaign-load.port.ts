import type { RowReader } from '../platform/persistence/unit-of-work.port';

/** What hangs on a campaign in other features. */
export interface CampaignLoadCounts {
  readonly openPledgeCount: number;
  readonly openCaseCount: number;
  readonly decidedCaseCount: number;
}

/**
 * Asks the features that build on campaigns what is still open there. They import this feature, not the other way round,
 * so the application wires the answer in.
 */
export abstract class CampaignLoad {
  abstract of(rows: RowReader, campaignId: string): Promise<CampaignLoadCounts>;
}
