import { Injectable } from '@nestjs/common';
import { CampaignDirectory } from '../campaigns';
import type { RowReader } from '../platform/persistence';
import { UnitDirectory } from '../units';

/** Which campaigns a council has to do with. */
@Injectable()
export class RoundCampaigns {
  constructor(
    private readonly campaigns: CampaignDirectory,
    private readonly units: UnitDirectory,
  ) {}

  /**
   * Whether there is such a campaign and it is of the council's own unit, of one above it, which launched it for this one
   * too, or of one below it, which brings its cases here.
   */
  async concerns(rows: RowReader, campaignId: string, unitPath: string): Promise<boolean> {
    const campaign = await this.campaigns.contextOf(rows, campaignId);
    if (!campaign) return false;
    return (
      campaign.unitPath.startsWith(unitPath) ||
      (await this.units.liesWithin(rows, unitPath, campaign.unitPath)) ||
      this.units.liesWithin(rows, campaign.unitPath, unitPath)
    );
  }
}
