import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Role } from '../platform/auth/permission';
import { columns } from '../platform/persistence';

/** A seat of a user: a role on a unit and everything below it, for a time. Never deleted. */
@Entity('seats')
@Index('ix_seats_user_id', ['userId'])
@Index('ix_seats_unit_id', ['unitId'])
export class SeatRow {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.id)
  userId: string;

  @Column(columns.name)
  role: Role;

  @Column(columns.id)
  unitId: string;

  /** Set for seats in a council. */
  @Column({ ...columns.id, nullable: true })
  councilId: string | null;

  @Column(columns.localDate)
  validFrom: string;

  /** Last day, included. */
  @Column({ ...columns.localDate, nullable: true })
  validTo: string | null;
}
