import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ConsultationKind, ConsultationState } from '../../../workflows/award';
import { columns } from '../../platform/persistence';

/** An opinion that was asked for on a case or on a list of cases: where, of whom, by when, and what came back. */
@Entity('consultations')
@Index('ix_consultations_case_id', ['caseId'])
@Index('ix_consultations_consolidation_id', ['consolidationId'])
@Index('ix_consultations_unit_path', ['unitPath'])
@Index('ix_consultations_created_at', ['createdAt', 'id'])
export class Consultation {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.name)
  kind: ConsultationKind;

  @Column({ ...columns.id, nullable: true })
  caseId: string | null;

  @Column({ ...columns.id, nullable: true })
  consolidationId: string | null;

  /** Path of the unit that submitted the case; of a list, of the authority. */
  @Column(columns.text)
  unitPath: string;

  /** Path of the unit that asks. */
  @Column(columns.text)
  authorityPath: string;

  /** The body that is asked, never a person. */
  @Column(columns.text)
  askedBody: string;

  /** Where the names are published; null for what is asked in writing. */
  @Column({ ...columns.text, nullable: true })
  place: string | null;

  @Column(columns.localDate)
  opensOn: string;

  /** Last day; null where nobody set a term. */
  @Column({ ...columns.localDate, nullable: true })
  dueOn: string | null;

  @Column(columns.name)
  state: ConsultationState;

  @Column({ ...columns.key, nullable: true })
  answerNumber: string | null;

  @Column({ ...columns.localDate, nullable: true })
  answeredOn: string | null;

  @Column(columns.integer)
  version: number;

  @Column(columns.instant)
  createdAt: string;
}

/** What somebody objected while names were published; the text is kept apart. */
@Entity('consultation_objections')
@Index('ix_consultation_objections_consultation_id', ['consultationId'])
export class ConsultationObjection {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.id)
  consultationId: string;

  @Column(columns.localDate)
  receivedOn: string;

  /** Commitment of the text. */
  @Column(columns.hash)
  text: string;

  /** Commitment of the answer; null while there is none. */
  @Column({ ...columns.hash, nullable: true })
  answer: string | null;

  @Column({ ...columns.instant, nullable: true })
  answeredAt: string | null;
}
