import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { columns, WorkflowColumns, WorkflowIndexes } from '../platform/persistence';

/** One sitting of a council. The vote belongs to its items. */
@Entity('review_rounds')
@WorkflowIndexes('review_rounds')
@Index('ix_review_rounds_council_id', ['councilId'])
export class ReviewRound {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(() => WorkflowColumns, { prefix: false })
  workflow: WorkflowColumns;

  @Column(columns.id)
  councilId: string;

  @Column({ ...columns.id, nullable: true })
  campaignId: string | null;

  @Column(columns.name)
  kind: string;

  @Column(columns.localDate)
  meetsOn: string;
}
