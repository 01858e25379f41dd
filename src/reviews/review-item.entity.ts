import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { columns } from '../platform/persistence';

/** A point of an agenda as lists show it; the round's snapshot is the truth. */
@Entity('review_items')
@Unique('uq_review_items_held_case_id', ['heldCaseId'])
@Index('ix_review_items_review_id', ['reviewId'])
@Index('ix_review_items_case_id', ['caseId'])
export class ReviewItem {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.id)
  reviewId: string;

  /** Its place on the agenda, from 1; the snapshot keeps items by id and not in order. */
  @Column(columns.integer)
  ordinal: number;

  @Column({ ...columns.id, nullable: true })
  caseId: string | null;

  /** The case while the round has it: no other agenda can take it meanwhile. Empty once it is off, or the round is over. */
  @Column({ ...columns.id, nullable: true })
  heldCaseId: string | null;

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
