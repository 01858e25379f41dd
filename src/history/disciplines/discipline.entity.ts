import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { columns } from '../../platform/persistence';

/** A disciplinary measure on a subject. */
@Entity('disciplines')
@Unique('uq_disciplines_claim', ['claim'])
@Index('ix_disciplines_subject', ['subjectId', 'subjectKind'])
@Index('ix_disciplines_starts_on', ['startsOn', 'id'])
export class Discipline {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.name)
  subjectKind: string;

  @Column(columns.id)
  subjectId: string;

  @Column(columns.name)
  form: string;

  @Column(columns.localDate)
  startsOn: string;

  /** Last day of the disciplinary period, included; null while nobody knows. */
  @Column({ ...columns.localDate, nullable: true })
  endsOn: string | null;

  @Column({ ...columns.localDate, nullable: true })
  liftedOn: string | null;

  /** The report that something was pending which this measure concluded. */
  @Column({ ...columns.id, nullable: true })
  freezeId: string | null;

  /** The row of a list of violations that it follows from. */
  @Column({ ...columns.id, nullable: true })
  violationRowId: string | null;

  @Column({ ...columns.key, nullable: true })
  proofNumber: string | null;

  @Column({ ...columns.text, nullable: true })
  proofIssuer: string | null;

  @Column({ ...columns.localDate, nullable: true })
  proofDate: string | null;

  /** Subject, form and paper while the record stands, null once it was withdrawn. */
  @Column({ ...columns.hash, nullable: true })
  claim: string | null;

  @Column({ ...columns.instant, nullable: true })
  withdrawnAt: string | null;

  @Column({ ...columns.hash, nullable: true })
  withdrawal: string | null;

  @Column(columns.integer)
  version: number;
}
