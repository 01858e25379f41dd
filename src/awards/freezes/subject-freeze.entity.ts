import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { columns } from '../../platform/persistence';

/** Discipline, an inspection or a complaint about a subject is pending: until it is concluded no case of it moves on. */
@Entity('subject_freezes')
@Unique('uq_subject_freezes_violation_row_id', ['violationRowId'])
@Index('ix_subject_freezes_subject', ['subjectId', 'subjectKind'])
@Index('ix_subject_freezes_unit_path', ['unitPath'])
export class SubjectFreeze {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.name)
  subjectKind: string;

  @Column(columns.id)
  subjectId: string;

  /** Path of the subject's unit on the day of the report. */
  @Column(columns.text)
  unitPath: string;

  /** Id of the user who reported it. */
  @Column(columns.id)
  reportedBy: string;

  @Column(columns.localDate)
  startsOn: string;

  /** Last day, included; null while nobody knows. */
  @Column({ ...columns.localDate, nullable: true })
  endsOn: string | null;

  /** Commitment of the reason's text. */
  @Column(columns.hash)
  reason: string;

  @Column({ ...columns.instant, nullable: true })
  liftedAt: string | null;

  @Column(columns.integer)
  version: number;

  /** The confirmed row of a list of violations that it follows from; from each row at most one report does. */
  @Column({ ...columns.id, nullable: true })
  violationRowId: string | null;
}
