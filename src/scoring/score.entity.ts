import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { ScoreState } from '../../workflows/scoring';
import { columns } from '../platform/persistence';
import type { ScoreSource } from './score';

/** The sheet of one unit in a cluster. */
@Entity('scores')
@Unique('uq_scores_cluster_id_unit_id', ['clusterId', 'unitId'])
@Index('ix_scores_unit_id', ['unitId'])
@Index('ix_scores_created_at', ['createdAt', 'id'])
export class ScoreRow {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.id)
  clusterId: string;

  @Column(columns.id)
  unitId: string;

  @Column(columns.name)
  state: ScoreState;

  /** Decimal as text: of the appraised values once there are some, of the unit's own before. */
  @Column(columns.text)
  total: string;

  /** Women among the members of the collective, where they were counted. */
  @Column({ ...columns.integer, nullable: true })
  womenCount: number | null;

  @Column({ ...columns.integer, nullable: true })
  memberCount: number | null;

  @Column(columns.instant)
  createdAt: string;

  @Column(columns.integer)
  version: number;
}

/** What somebody entered for a criterion. */
@Entity('score_entries')
export class ScoreEntry {
  @PrimaryColumn(columns.id)
  scoreId: string;

  @PrimaryColumn(columns.name)
  source: ScoreSource;

  /** The unit that entered it: itself, another member, or the unit that runs the cluster. */
  @PrimaryColumn(columns.id)
  scorerId: string;

  @PrimaryColumn(columns.key)
  criterionCode: string;

  /** Decimal as text. */
  @Column(columns.text)
  value: string;

  /** Decimal as text: what the unit has pledged, where the sheet has no plan. */
  @Column({ ...columns.text, nullable: true })
  plan: string | null;

  /** Commitment of the reason why it is another value than the unit's own. */
  @Column({ ...columns.hash, nullable: true })
  reason: string | null;
}
