import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { columns } from '../../platform/persistence';

/** The list of a decision: it stays when the decision is revoked. */
@Entity('decision_cases')
@Index('ix_decision_cases_case_id', ['caseId'])
@Index('ix_decision_cases_ordinal', ['decisionId', 'ordinal'])
export class DecisionCase {
  @PrimaryColumn(columns.id)
  decisionId: string;

  @PrimaryColumn(columns.id)
  caseId: string;

  /** Place on the paper, from 0. */
  @Column(columns.integer)
  ordinal: number;
}

/** The ledger of cases: a case stands on at most one decision that is drafted, signed or in force. */
@Entity('decision_holds')
@Index('ix_decision_holds_decision_id', ['decisionId'])
export class DecisionHold {
  @PrimaryColumn(columns.id)
  caseId: string;

  @Column(columns.id)
  decisionId: string;
}

/** The ledger of numbers: a number once given is never given again, whatever became of its paper. */
@Entity('decision_numbers')
@Index('ix_decision_numbers_decision_id', ['decisionId'])
export class UsedDecisionNumber {
  @PrimaryColumn(columns.id)
  authorityUnitId: string;

  /** In capital letters, so that two spellings of one symbol are one series. */
  @PrimaryColumn(columns.key)
  symbol: string;

  @PrimaryColumn(columns.integer)
  year: number;

  @PrimaryColumn(columns.key)
  number: string;

  @Column(columns.id)
  decisionId: string;
}

/** A case that did not follow its decision, and why. */
@Entity('decision_conflicts')
export class DecisionConflict {
  @PrimaryColumn(columns.id)
  decisionId: string;

  @PrimaryColumn(columns.id)
  caseId: string;

  /** The command that was refused: `award.decide` or `award.revoke`. */
  @PrimaryColumn(columns.name)
  command: string;

  /** Canonical JSON of the reasons. */
  @Column(columns.text)
  reasons: string;

  @Column(columns.instant)
  occurredAt: string;
}
