import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { columns } from '../persistence/column-types';

/** A moment before, on or after a deadline at which somebody is to be told. Planned about two days ahead. */
@Entity('occurrences')
@Unique('uq_occurrences_moment', ['deadlineId', 'generation', 'offsetDays'])
@Index('ix_occurrences_planned', ['dueAt', 'id'], { where: '"status" = \'planned\'' })
export class Occurrence {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.id)
  deadlineId: string;

  /** The deadline's, when this was planned. */
  @Column(columns.integer)
  generation: number;

  /** Calendar days from the due day: -7 a week before. */
  @Column(columns.integer)
  offsetDays: number;

  @Column(columns.instant)
  dueAt: string;

  /** Queued: a job is on its way that tells the recipients. */
  @Column(columns.name)
  status: 'planned' | 'queued' | 'told' | 'skipped';

  @Column({ ...columns.instant, nullable: true })
  toldAt: string | null;

  /** Why it was late or skipped, `settled` when nobody owed any more; null when all went as planned. */
  @Column({ ...columns.name, nullable: true })
  note: 'late' | 'missed' | 'superseded' | 'replaced' | 'noRule' | 'noRecipient' | 'settled' | null;

  @Column(columns.instant)
  createdAt: string;
}
