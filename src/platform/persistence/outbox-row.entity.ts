import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { columns } from './column-types';

/** A job to be done after the commit that asked for it. Pending until it says dispatched, open until done or dead. */
@Entity('outbox')
@Unique('uq_outbox_dedupe_key', ['dedupeKey'])
@Index('ix_outbox_pending', ['availableAt', 'id'], { where: '"dispatched_at" IS NULL' })
@Index('ix_outbox_in_flight', ['dispatchedAt'], { where: '"done_at" IS NULL AND "dead_at" IS NULL' })
@Index('ix_outbox_done_at', ['doneAt'])
export class OutboxRow {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.name)
  job: string;

  /** Canonical JSON: ids and versions. */
  @Column(columns.text)
  payload: string;

  @Column({ ...columns.key, nullable: true })
  dedupeKey: string | null;

  @Column(columns.instant)
  availableAt: string;

  @Column(columns.instant)
  createdAt: string;

  @Column({ ...columns.instant, nullable: true })
  claimedAt: string | null;

  @Column({ ...columns.key, nullable: true })
  claimedBy: string | null;

  /** How often the queue took it. */
  @Column({ ...columns.integer, default: 0 })
  attempts: number;

  @Column({ ...columns.text, nullable: true })
  lastError: string | null;

  @Column({ ...columns.instant, nullable: true })
  dispatchedAt: string | null;

  @Column({ ...columns.instant, nullable: true })
  doneAt: string | null;

  @Column({ ...columns.instant, nullable: true })
  deadAt: string | null;
}
