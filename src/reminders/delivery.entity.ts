import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { columns } from '../platform/persistence';
import type { Channel, DeliveryState } from './delivery';

/** The record that one recipient was told of one occurrence by one channel. There is never a second one. */
@Entity('deliveries')
@Unique('uq_deliveries_once', ['occurrenceId', 'recipientUserId', 'channel'])
@Index('ix_deliveries_digest_id', ['digestId'], { where: '"digest_id" IS NOT NULL' })
@Index('ix_deliveries_unsettled', ['state', 'id'], { where: '"state" <> \'sent\'' })
export class Delivery {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.id)
  occurrenceId: string;

  @Column(columns.id)
  recipientUserId: string;

  @Column(columns.name)
  channel: Channel;

  @Column(columns.name)
  state: DeliveryState;

  /** `<id@thidua>`, of the delivery or of its digest: stable, so that a mail sent twice can be recognised. */
  @Column(columns.key)
  messageId: string;

  /** 1 when it was missed and told later. */
  @Column(columns.integer)
  isLate: number;

  /** Why it is not sent, or in doubt; null when all is well. */
  @Column({ ...columns.text, nullable: true })
  problem: string | null;

  @Column(columns.instant)
  createdAt: string;

  @Column({ ...columns.instant, nullable: true })
  sentAt: string | null;

  /** The mail that carries it together with others; null when it goes by itself. */
  @Column({ ...columns.id, nullable: true })
  digestId: string | null;

  /** The end of the quiet hours that its mail waits, or waited, for; null when it did not have to. */
  @Column({ ...columns.instant, nullable: true })
  heldUntil: string | null;
}
