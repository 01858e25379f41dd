import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { columns } from '../platform/persistence';

/** The ranking of a cluster as it was published; a correction is another one with the next number. */
@Entity('rankings')
@Unique('uq_rankings_cluster_id_revision', ['clusterId', 'revision'])
@Index('ix_rankings_published_at', ['publishedAt', 'id'])
export class RankingRow {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.id)
  clusterId: string;

  @Column(columns.integer)
  revision: number;

  /** Canonical JSON of the table. */
  @Column(columns.text)
  content: string;

  @Column(columns.hash)
  contentHash: string;

  /** Commitment of the reason for a correction. */
  @Column({ ...columns.hash, nullable: true })
  reason: string | null;

  @Column(columns.instant)
  publishedAt: string;
}
