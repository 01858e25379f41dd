import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { columns } from '../platform/persistence';

/** A person who sits for a member of a council, for a time. Never deleted. */
@Entity('council_delegates')
@Index('ix_council_delegates_council_id', ['councilId'])
@Index('ix_council_delegates_person_id', ['personId'])
export class CouncilDelegate {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.id)
  councilId: string;

  /** The membership that is represented. */
  @Column(columns.id)
  memberId: string;

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
