import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { columns } from '../../platform/persistence';

/** How the work of a subject in one year was rated. */
@Entity('ratings')
@Unique('uq_ratings_claim', ['claim'])
@Index('ix_ratings_subject', ['subjectId', 'subjectKind'])
@Index('ix_ratings_year', ['year', 'id'])
export class RatingRecord {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.name)
  subjectKind: string;

  @Column(columns.id)
  subjectId: string;

  @Column(columns.name)
  period: string;

  /** Of a school year that in which it begins. */
  @Column(columns.integer)
  year: number;

  @Column(columns.name)
  rating: string;

  /** The body or office that rated, never a person. */
  @Column(columns.text)
  ratedBy: string;

  @Column({ ...columns.key, nullable: true })
  proofNumber: string | null;

  @Column({ ...columns.text, nullable: true })
  proofIssuer: string | null;

  @Column({ ...columns.localDate, nullable: true })
  proofDate: string | null;

  /** Subject and year while the rating stands, null once it was withdrawn: a subject has one rating of a year. */
  @Column({ ...columns.hash, nullable: true })
  claim: string | null;

  @Column({ ...columns.instant, nullable: true })
  withdrawnAt: string | null;

  /** Commitment of the reason. */
  @Column({ ...columns.hash, nullable: true })
  withdrawal: string | null;

  @Column(columns.integer)
  version: number;
}
