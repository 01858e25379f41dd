import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { columns } from '../platform/persistence';
import type { ClusterPeriod } from './cluster';

/** A group of units that compete for one period. */
@Entity('clusters')
@Unique('uq_clusters_code_period', ['code', 'period'])
@Unique('uq_clusters_name_period', ['unitId', 'nameFolded', 'period'])
@Index('ix_clusters_unit_path', ['unitPath'])
@Index('ix_clusters_name_folded', ['nameFolded', 'id'])
export class Cluster {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.key)
  code: string;

  @Column(columns.text)
  name: string;

  @Column(columns.text)
  nameFolded: string;

  @Column(columns.name)
  period: string;

  @Column(columns.name)
  periodType: ClusterPeriod;

  @Column(columns.localDate)
  startsOn: string;

  @Column(columns.localDate)
  endsOn: string;

  /** The unit that runs it. */
  @Column(columns.id)
  unitId: string;

  @Column(columns.text)
  unitPath: string;

  @Column({ ...columns.localDate, nullable: true })
  closedOn: string | null;

  @Column(columns.integer)
  version: number;
}
