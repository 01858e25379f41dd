import { Column, Entity, PrimaryColumn } from 'typeorm';
import { columns } from '../platform/persistence';

/**
 * Which person sits in a round as which member. Written when the roll is fixed: whatever becomes of the council
 * afterwards, whoever is on the roll votes, and nobody else.
 */
@Entity('review_members')
export class ReviewMember {
  @PrimaryColumn(columns.id)
  reviewId: string;

  @PrimaryColumn(columns.id)
  personId: string;

  @Column(columns.id)
  memberId: string;
}
