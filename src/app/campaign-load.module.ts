import { Global, Injectable, Module } from '@nestjs/common';
import { AwardsModule, CaseDirectory } from '../awards';
import { CampaignLoad, type CampaignLoadCounts } from '../campaigns';
import type { RowReader } from '../platform/persistence';
import { PledgeDirectory, PledgesModule } from '../pledges';

/** Asks pledges and cases what still hangs on a campaign. */
@Injectable()
class PledgesAndCases extends CampaignLoad {
  constructor(
    private readonly pledges: PledgeDirectory,
    private readonly cases: CaseDirectory,
  ) {
    super();
  }

  override async of(rows: RowReader, campaignId: string): Promise<CampaignLoadCounts> {
    const openPledgeCount = await this.pledges.openCountOf(rows, campaignId);
    return { openPledgeCount, ...(await this.cases.countsOfCampaign(rows, campaignId)) };
  }
}

/** Closes the one circle between features here, where everything may be known: campaigns ask what is built on them. */
@Global()
@Module({
  imports: [PledgesModule, AwardsModule],
  providers: [{ provide: CampaignLoad, useClass: PledgesAndCases }],
  exports: [CampaignLoad],
})
export class CampaignLoadModule {}
