import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { columns } from '../platform/persistence';

/** The end of a unit by a merger or a dissolution: at most one for each unit, so that of two mergers one is accepted. */
@Entity('unit_successions')
@Index('ix_unit_successions_successor_id', ['successorId'])
export class UnitSuccession {
  @PrimaryColumn(columns.id)
  predecessorId: string;

  /** Null for a unit that was dissolved without a successor. */
  @Column({ ...columns.id, nullable: true })
  successorId: string | null;

  /** The first day on which the unit is no more. */
  @Column(columns.localDate)
  effectiveOn: string;

  /** Number and symbol of the paper that says so. */
  @Column(columns.text)
  document: string;
}
