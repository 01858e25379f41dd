import { Module } from '@nestjs/common';
import { CampaignsModule } from '../campaigns';
import { UnitsModule } from '../units';
import { PieceChanges } from './piece-changes';
import { PublicityController } from './publicity.controller';
import { PublicityHoldings } from './publicity-holdings';
import { PublicityQueries } from './publicity.queries';
import { PublicityReportsQueries } from './publicity-reports.queries';
import { PublicityService } from './publicity.service';
import { ReportChanges } from './report-changes';

/** How campaigns are made known, by whom, and what came of it. */
@Module({
  imports: [CampaignsModule, UnitsModule],
  controllers: [PublicityController],
  providers: [
    PieceChanges,
    ReportChanges,
    PublicityService,
    PublicityQueries,
    PublicityReportsQueries,
    PublicityHoldings,
  ],
})
export class PublicityModule {}
