import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { columns } from '../platform/persistence';

/** A unit that the conference has elected to lead the cluster, with the ballot that did. */
@Entity('cluster_leaders')
@Index('ix_cluster_leaders_unit_id', ['unitId'])
export class ClusterLeaderRow {
  @PrimaryColumn(columns.id)
  clusterId: string;

  @PrimaryColumn(columns.id)
  unitId: string;

  /** From 1, most votes first; shared by those with equal votes. */
  @Column(columns.integer)
  place: number;

  @Column(columns.integer)
  votes: number;

  /** Valid ballots and written opinions. */
  @Column(columns.integer)
  ofVotes: number;

  @Column(columns.id)
  reviewId: string;

  @Column(columns.id)
  itemId: string;
}
