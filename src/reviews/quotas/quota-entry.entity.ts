import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { columns } from '../../platform/persistence';

/**
 * The ledger of a quota: who has a place and who waits for one. A place, and a number on the waiting list, is there once:
 * that is what two rounds at once run into.
 */
@Entity('review_quota_entries')
@Unique('uq_review_quota_entries_place', ['quotaId', 'placeNumber'])
@Unique('uq_review_quota_entries_waiting', ['quotaId', 'waitingNumber'])
@Index('ix_review_quota_entries_review_id', ['reviewId'])
export class QuotaEntry {
  @PrimaryColumn(columns.id)
  itemId: string;

  @Column(columns.id)
  quotaId: string;

  @Column(columns.id)
  reviewId: string;

  @Column(columns.id)
  caseId: string;

  /** `placed`, `waiting`, `freed` (the case is out), or `ended` (waited until the quota was closed). */
  @Column(columns.name)
  state: string;

  @Column({ ...columns.integer, nullable: true })
  placeNumber: number | null;

  @Column({ ...columns.integer, nullable: true })
  waitingNumber: number | null;
}
