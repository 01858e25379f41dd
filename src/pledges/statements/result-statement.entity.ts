import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { columns } from '../../platform/persistence';

/** What a unit states of its results in a campaign without the rows: "21 of 21 reached, 6 exceeded". */
@Entity('result_statements')
@Index('ix_result_statements_campaign_id', ['campaignId', 'recordedAt', 'id'])
@Index('ix_result_statements_unit_path', ['unitPath'])
export class ResultStatement {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.id)
  campaignId: string;

  /** The unit that states it. */
  @Column(columns.id)
  unitId: string;

  @Column(columns.text)
  unitPath: string;

  /** Indicators in all. */
  @Column(columns.integer)
  ofTotal: number;

  /** Reached, the exceeded among them. */
  @Column(columns.integer)
  reached: number;

  @Column(columns.integer)
  exceeded: number;

  /** The day up to which it counts. */
  @Column(columns.localDate)
  asOf: string;

  /** The paper that it stands in, as canonical JSON with the commitment of its title. */
  @Column(columns.text)
  paper: string;

  @Column(columns.instant)
  recordedAt: string;

  /** Null while it stands. */
  @Column({ ...columns.instant, nullable: true })
  withdrawnAt: string | null;

  /** Commitment of why it was withdrawn. */
  @Column({ ...columns.hash, nullable: true })
  withdrawnFor: string | null;
}
