import type { Schema } from '../platform/persistence';
import { ClusterLeaderRow } from './cluster-leader.entity';
import { ClusterDelegateRow, ClusterHeadRow, ClusterMemberRow } from './cluster-terms.entity';
import { Cluster } from './cluster.entity';
import { CreateClusters1767226300000 } from './migrations/1767226300000-create-clusters';

export { isClosedOn, type ClusterRef } from './cluster';
export { GIVERS } from './cluster-authority';
export { ClusterDirectory } from './cluster-directory';
export { clustersSeenBy } from './cluster-sight';
export { clustersInvariants } from './clusters.invariants';
export { CLUSTER_REFUSALS } from './clusters.errors';
export { ClustersModule } from './clusters.module';

/** The tables of clusters. */
export const clustersSchema: Schema = {
  entities: [Cluster, ClusterMemberRow, ClusterHeadRow, ClusterDelegateRow, ClusterLeaderRow],
  migrations: [CreateClusters1767226300000],
};
