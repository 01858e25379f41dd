import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { columns } from '../../platform/persistence';
import type { ConsolidationState } from './consolidation-states';

/** The cases of many dossiers as one list: what a council is shown, or what goes up. */
@Entity('consolidations')
@Index('ix_consolidations_unit_path', ['unitPath'])
@Index('ix_consolidations_created_at', ['createdAt', 'id'])
export class Consolidation {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.id)
  authorityUnitId: string;

  /** Path of the authority. */
  @Column(columns.text)
  unitPath: string;

  /** Null for a list over several campaigns or outside them. */
  @Column({ ...columns.id, nullable: true })
  campaignId: string | null;

  /** The one tier that the list takes; null where it takes any. */
  @Column({ ...columns.name, nullable: true })
  tier: string | null;

  @Column({ ...columns.key, nullable: true })
  number: string | null;

  @Column({ ...columns.localDate, nullable: true })
  datedOn: string | null;

  /** The signer's office, never the signer's name. */
  @Column({ ...columns.text, nullable: true })
  signerTitle: string | null;

  @Column(columns.name)
  state: ConsolidationState;

  @Column(columns.integer)
  version: number;

  @Column(columns.instant)
  createdAt: string;
}

/** The list as it was drawn up: kept when it is dissolved. */
@Entity('consolidation_cases')
@Index('ix_consolidation_cases_case_id', ['caseId'])
@Index('ix_consolidation_cases_ordinal', ['consolidationId', 'ordinal'])
export class ConsolidationCase {
  @PrimaryColumn(columns.id)
  consolidationId: string;

  @PrimaryColumn(columns.id)
  caseId: string;

  @Column(columns.integer)
  ordinal: number;
}

/** The ledger of living lists: a case stands on one at a time. */
@Entity('consolidation_holds')
@Index('ix_consolidation_holds_consolidation_id', ['consolidationId'])
export class ConsolidationHold {
  @PrimaryColumn(columns.id)
  caseId: string;

  @Column(columns.id)
  consolidationId: string;
}
