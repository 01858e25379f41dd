import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { columns } from '../../platform/persistence';

/**
 * One name on the roll of an item and vote round: who may vote, and whether they have. It knows nothing of any choice,
 * and nothing joins it to the box.
 */
@Entity('roll_entries')
@Unique('uq_roll_entries_member', ['itemId', 'voteRound', 'memberId'])
@Index('ix_roll_entries_review_id', ['reviewId'])
export class RollEntry {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.id)
  reviewId: string;

  @Column(columns.id)
  itemId: string;

  @Column(columns.integer)
  voteRound: number;

  @Column(columns.id)
  memberId: string;

  /** Which box the member's paper goes into: `ballots` or `opinions`. */
  @Column(columns.name)
  kind: string;

  @Column(columns.integer)
  hasVoted: number;
}
