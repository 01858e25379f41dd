import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { columns } from '../platform/persistence';

/** A person who may sign for the head of a unit, for a time. Never deleted. */
@Entity('unit_delegates')
@Index('ix_unit_delegates_unit_id', ['unitId'])
@Index('ix_unit_delegates_person_id', ['personId'])
export class UnitDelegate {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.id)
  unitId: string;

  @Column(columns.id)
  personId: string;

  @Column(columns.localDate)
  validFrom: string;

  /** Last day, included. */
  @Column({ ...columns.localDate, nullable: true })
  validTo: string | null;

  /** Number and symbol of the paper of the delegation. */
  @Column(columns.text)
  paper: string;
}
