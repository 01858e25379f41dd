import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { columns } from '../platform/persistence';

/** A point of an agenda as lists show it; the round's snapshot is the truth. */
@Entity('review_items')
@Index('ix_review_items_review_id', ['reviewId'])
@Index('ix_review_items_case_id', ['caseId'])
export class ReviewItem {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.id)
  reviewId: string;

  @Column({ ...columns.id, nullable: true })
  caseId: string | null;

  @Column(columns.name)
  tier: string;

  @Column(columns.name)
  status: string;

  @Column(columns.integer)
  voteRound: number;

  /** 1 or 0 once the item is counted; nothing before. */
  @Column({ ...columns.integer, nullable: true })
  isPassed: number | null;
}
