import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { columns } from '../../platform/persistence';

/** A decision that was made elsewhere or before this system, as one keeper entered it. */
@Entity('decision_records')
@Index('ix_decision_records_unit_path', ['unitPath'])
export class DecisionRecord {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.key)
  number: string;

  @Column(columns.key)
  symbol: string;

  /** The authority, never a person. */
  @Column(columns.text)
  issuer: string;

  @Column(columns.localDate)
  issuedOn: string;

  /** Path of the unit that all its subjects belonged to when it was entered: whose keeper it is corrected by. */
  @Column(columns.text)
  unitPath: string;

  @Column(columns.integer)
  version: number;
}

/** One subject's award by such a decision. */
@Entity('award_records')
@Unique('uq_award_records_claim', ['claim'])
@Index('ix_award_records_decision_record_id', ['decisionRecordId'])
@Index('ix_award_records_subject', ['subjectId', 'subjectKind'])
@Index('ix_award_records_issued_on', ['issuedOn', 'id'])
export class AwardRecord {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.id)
  decisionRecordId: string;

  /** Of the decision, for lists in the order of time. */
  @Column(columns.localDate)
  issuedOn: string;

  @Column(columns.name)
  subjectKind: string;

  @Column(columns.id)
  subjectId: string;

  /** Code of the tier; null for what the rulebooks do not know. */
  @Column({ ...columns.name, nullable: true })
  tier: string | null;

  /** The name of the tier as the rulebook or the old decision has it. */
  @Column(columns.text)
  tierName: string;

  @Column(columns.name)
  family: 'state' | 'party';

  @Column(columns.name)
  kind: 'title' | 'form';

  /** The achievement period that the decision names; both null when it names none. */
  @Column({ ...columns.localDate, nullable: true })
  achievedFrom: string | null;

  @Column({ ...columns.localDate, nullable: true })
  achievedTo: string | null;

  /** Whole đồng as text. */
  @Column({ ...columns.text, nullable: true })
  amount: string | null;

  /** Decision, subject and tier while the record stands, null once it was withdrawn. */
  @Column({ ...columns.hash, nullable: true })
  claim: string | null;

  @Column({ ...columns.instant, nullable: true })
  withdrawnAt: string | null;

  @Column({ ...columns.hash, nullable: true })
  withdrawal: string | null;
}
