import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { columns } from '../platform/persistence';

/** A second unit that manages a unit by its branch (ngành dọc), for a time: it reads what the unit does and changes nothing. */
@Entity('unit_co_managers')
@Index('ix_unit_co_managers_unit_id', ['unitId'])
@Index('ix_unit_co_managers_manager_id', ['managerId'])
export class UnitCoManager {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.id)
  unitId: string;

  @Column(columns.id)
  managerId: string;

  @Column(columns.localDate)
  validFrom: string;

  /** Last day, included. */
  @Column({ ...columns.localDate, nullable: true })
  validTo: string | null;
}
