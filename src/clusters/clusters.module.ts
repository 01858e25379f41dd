import { Module } from '@nestjs/common';
import { CouncilsModule } from '../councils';
import { PeopleModule } from '../people';
import { ReviewsModule } from '../reviews';
import { UnitsModule } from '../units';
import { ClusterDirectory } from './cluster-directory';
import { ClusterLeadsService } from './cluster-leads.service';
import { ClusterReferences } from './cluster-references';
import { ClustersController } from './clusters.controller';
import { ClustersQueries } from './clusters.queries';
import { ClustersService } from './clusters.service';

/** Clusters: groups of units that compete for a period, score each other and elect a leader. */
@Module({
  imports: [CouncilsModule, PeopleModule, ReviewsModule, UnitsModule],
  controllers: [ClustersController],
  providers: [ClusterDirectory, ClusterLeadsService, ClusterReferences, ClustersQueries, ClustersService],
  exports: [ClusterDirectory],
})
export class ClustersModule {}
