import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { columns } from './column-types';

/** One event of one stream, for ever: the database refuses to change or delete it. */
@Entity('events')
@Index('ix_events_occurred_at', ['occurredAt'])
@Index('ix_events_late_after', ['lateAfter'], { where: '"late_after" IS NOT NULL' })
export class EventRow {
  @PrimaryColumn(columns.id)
  streamId: string;

  /** 1 for the first of its stream, without a gap. */
  @PrimaryColumn(columns.integer)
  seq: number;

  @Column(columns.name)
  streamKind: string;

  @Column(columns.name)
  kind: 'command' | 'fact';

  @Column(columns.name)
  type: string;

  /** Canonical JSON; what the hash is over. */
  @Column(columns.text)
  body: string;

  @Column(columns.hash)
  previousHash: string;

  @Column(columns.hash)
  hash: string;

  @Column(columns.key)
  commandId: string;

  @Column(columns.instant)
  occurredAt: string;

  /** The last day that was anchored when this came in too late for the anchor of its own day; null when it was in time. */
  @Column({ ...columns.localDate, nullable: true })
  lateAfter: string | null;
}
