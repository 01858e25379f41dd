import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { columns, WorkflowColumns, WorkflowIndexes } from '../../platform/persistence';

/** A decision: the state of its workflow, and what lists show of the paper. */
@Entity('decisions')
@WorkflowIndexes('decisions')
@Index('ix_decisions_created_at', ['workflow.createdAt', 'id'])
@Index('ix_decisions_campaign_id', ['campaignId'])
export class Decision {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(() => WorkflowColumns, { prefix: false })
  workflow: WorkflowColumns;

  @Column({ ...columns.id, nullable: true })
  campaignId: string | null;

  @Column(columns.id)
  authorityUnitId: string;

  @Column({ ...columns.key, nullable: true })
  number: string | null;

  @Column({ ...columns.key, nullable: true })
  symbol: string | null;

  @Column({ ...columns.integer, nullable: true })
  year: number | null;

  @Column({ ...columns.localDate, nullable: true })
  issuedOn: string | null;

  @Column(columns.integer)
  caseCount: number;

  /** The state whose consequences for the cases have all been carried out, `issued` or `revoked`; null before. */
  @Column({ ...columns.name, nullable: true })
  settledState: string | null;
}
