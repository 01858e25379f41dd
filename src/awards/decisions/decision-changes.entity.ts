import { Column, Entity, PrimaryColumn } from 'typeorm';
import { columns } from '../../platform/persistence';

/** A correction (đính chính) of one line of an issued decision: a paper with a number and a day of its own. */
@Entity('decision_corrections')
export class DecisionCorrection {
  @PrimaryColumn(columns.id)
  decisionId: string;

  /** From 1, in the order in which they were made. */
  @PrimaryColumn(columns.integer)
  ordinal: number;

  @Column(columns.id)
  caseId: string;

  /** Which part of the line. */
  @Column(columns.name)
  field: string;

  @Column(columns.key)
  number: string;

  @Column(columns.key)
  symbol: string;

  @Column(columns.localDate)
  correctedOn: string;

  /** Commitment of the former reading; null for a part that is not kept as a text of its own. */
  @Column({ ...columns.hash, nullable: true })
  formerly: string | null;

  /** Commitment of the right reading. */
  @Column(columns.hash)
  shouldRead: string;
}

/** A case that was taken back while the rest of its decision stands. */
@Entity('decision_revocations')
export class DecisionRevocation {
  @PrimaryColumn(columns.id)
  decisionId: string;

  @PrimaryColumn(columns.id)
  caseId: string;

  /** Which revocation of the decision, from 1. */
  @Column(columns.integer)
  ordinal: number;

  @Column(columns.instant)
  revokedAt: string;
}
