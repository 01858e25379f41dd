import { Module } from '@nestjs/common';
import { CampaignsModule } from '../campaigns';
import { ClustersModule } from '../clusters';
import { PledgesModule } from '../pledges';
import { ReviewsModule } from '../reviews';
import { UnitsModule } from '../units';
import { RankingsController } from './rankings.controller';
import { RankingsQueries } from './rankings.queries';
import { RankingsService } from './rankings.service';
import { ScoreWorkReader } from './score-work';
import { ScoresController } from './scores.controller';
import { ScoresQueries } from './scores.queries';
import { ScoresService } from './scores.service';
import { SheetsController } from './sheets.controller';
import { SheetsQueries } from './sheets.queries';
import { SheetsService } from './sheets.service';

/** How clusters score their members: sheets, scores, rankings. */
@Module({
  imports: [CampaignsModule, ClustersModule, PledgesModule, ReviewsModule, UnitsModule],
  controllers: [SheetsController, ScoresController, RankingsController],
  providers: [
    RankingsQueries,
    RankingsService,
    ScoresQueries,
    ScoresService,
    ScoreWorkReader,
    SheetsQueries,
    SheetsService,
  ],
})
export class ScoringModule {}
