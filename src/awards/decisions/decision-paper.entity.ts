import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { columns } from '../../platform/persistence';

/** The head of a decision as it was printed on the day of issue. */
@Entity('decision_papers')
@Unique('uq_decision_papers_code', ['code'])
export class DecisionPaper {
  @PrimaryColumn(columns.id)
  decisionId: string;

  /** What everybody can ask by whether the paper stands. */
  @Column(columns.key)
  code: string;

  @Column(columns.text)
  authorityName: string;

  /** Commitment of the signer's name; empty where the signer is no person of the register. */
  @Column(columns.hash)
  signerName: string;
}

/** One line of a decision as it was printed: whoever was renamed or moved since still stands here as then. */
@Entity('decision_prints')
@Unique('uq_decision_prints_code', ['code'])
export class DecisionPrint {
  @PrimaryColumn(columns.id)
  decisionId: string;

  @PrimaryColumn(columns.id)
  caseId: string;

  @Column(columns.key)
  code: string;

  /** Commitment of the name as issued. */
  @Column(columns.hash)
  name: string;

  /** Commitment of the name as the last correction has it; null while none has. */
  @Column({ ...columns.hash, nullable: true })
  correctedName: string | null;

  @Column(columns.text)
  unitName: string;

  /** Whole đồng as text; null where no rule of prize money is known. */
  @Column({ ...columns.text, nullable: true })
  amount: string | null;

  /** Canonical JSON of what the amount was worked out from. */
  @Column({ ...columns.text, nullable: true })
  prize: string | null;
}
