import { Column, Entity, PrimaryColumn } from 'typeorm';
import { columns } from '../../platform/persistence';

/** A box of one item and vote round: one row, rewritten whole and sealed anew with every paper. */
@Entity('ballot_boxes')
export class BallotBox {
  @PrimaryColumn(columns.id)
  itemId: string;

  @PrimaryColumn(columns.integer)
  voteRound: number;

  @PrimaryColumn(columns.name)
  kind: string;

  /** Papers it has room for: the whole council, however many may vote. */
  @Column(columns.integer)
  capacity: number;

  @Column(columns.integer)
  paperLength: number;

  /** Base64 of nonce, tag and ciphertext. */
  @Column(columns.text)
  sealed: string;
}
