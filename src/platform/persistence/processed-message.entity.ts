import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { columns } from './column-types';

/** Says that a consumer has handled a message, and what came of it: a second delivery gets the first answer. */
@Entity('processed_messages')
@Index('ix_processed_messages_created_at', ['createdAt'])
export class ProcessedMessage {
  @PrimaryColumn(columns.key)
  consumer: string;

  @PrimaryColumn(columns.key)
  messageId: string;

  /** Hash of what was asked: one id with another body is a mistake of the sender. */
  @Column(columns.hash)
  requestHash: string;

  /** Canonical JSON. */
  @Column(columns.text)
  result: string;

  @Column(columns.instant)
  createdAt: string;
}
