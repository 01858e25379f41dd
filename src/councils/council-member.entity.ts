import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { columns } from '../platform/persistence';
import type { CouncilSeat } from './council';

/** A membership of a council, dated. Never deleted: who sat on a day of the past can be asked at any time. */
@Entity('council_members')
@Index('ix_council_members_council_id', ['councilId', 'ordinal'])
@Index('ix_council_members_person_id', ['personId'])
export class CouncilMember {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.id)
  councilId: string;

  /** 1 for the first one ever seated in this council: the order among equal seats. */
  @Column(columns.integer)
  ordinal: number;

  @Column(columns.id)
  personId: string;

  @Column(columns.name)
  seat: CouncilSeat;

  @Column(columns.localDate)
  validFrom: string;

  /** Last day, included. */
  @Column({ ...columns.localDate, nullable: true })
  validTo: string | null;
}
