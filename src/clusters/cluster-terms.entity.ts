import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { columns } from '../platform/persistence';
import type { ClusterRole } from './cluster';

/** A unit in a cluster, for a time. */
@Entity('cluster_members')
@Index('ix_cluster_members_cluster_id', ['clusterId'])
@Index('ix_cluster_members_unit_id', ['unitId'])
export class ClusterMemberRow {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.id)
  clusterId: string;

  @Column(columns.id)
  unitId: string;

  @Column(columns.localDate)
  validFrom: string;

  /** Last day, included. */
  @Column({ ...columns.localDate, nullable: true })
  validTo: string | null;
}

/** A member that leads, for a time. */
@Entity('cluster_heads')
@Index('ix_cluster_heads_cluster_id', ['clusterId'])
export class ClusterHeadRow {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.id)
  clusterId: string;

  @Column(columns.id)
  unitId: string;

  @Column(columns.name)
  role: ClusterRole;

  @Column(columns.localDate)
  validFrom: string;

  /** Last day, included. */
  @Column({ ...columns.localDate, nullable: true })
  validTo: string | null;

  @Column(columns.text)
  paper: string;
}

/** Who sits for a member in the conference, for a time. */
@Entity('cluster_delegates')
@Index('ix_cluster_delegates_cluster_id', ['clusterId'])
@Index('ix_cluster_delegates_person_id', ['personId'])
export class ClusterDelegateRow {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.id)
  clusterId: string;

  @Column(columns.id)
  unitId: string;

  @Column(columns.id)
  personId: string;

  @Column(columns.localDate)
  validFrom: string;

  /** Last day, included. */
  @Column({ ...columns.localDate, nullable: true })
  validTo: string | null;

  @Column(columns.text)
  paper: string;
}
