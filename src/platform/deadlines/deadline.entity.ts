import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { columns } from '../persistence/column-types';

/** A day by which something is due. Lives as a row only, however many years away: no timer waits for it. */
@Entity('deadlines')
@Unique('uq_deadlines_stream_key', ['streamId', 'deadlineKey'])
@Index('ix_deadlines_armed', ['dueAt', 'id'], { where: '"status" = \'armed\'' })
@Index('ix_deadlines_look_at', ['lookAt', 'id'], { where: '"look_at" IS NOT NULL' })
@Index('ix_deadlines_unit_path', ['unitPath'])
export class Deadline {
  @PrimaryColumn(columns.id)
  id: string;

  /** The workflow whose instance has it: `campaign`. */
  @Column(columns.name)
  streamKind: string;

  @Column(columns.id)
  streamId: string;

  /** Unique within the instance. */
  @Column(columns.key)
  deadlineKey: string;

  /** Names the reminder rule: `campaign.reportDue`. */
  @Column(columns.name)
  kind: string;

  /** The last day in time. */
  @Column(columns.localDate)
  dueOn: string;

  /** The first instant too late: 00:00 of the next day in Asia/Ho_Chi_Minh. */
  @Column(columns.instant)
  dueAt: string;

  /** Which data of working days the day was counted with; null when none were counted. */
  @Column({ ...columns.name, nullable: true })
  calendarVersion: string | null;

  /** 1 when working days beyond the known calendar were counted, so that the day may still move. */
  @Column({ ...columns.integer, default: 0 })
  isProvisional: number;

  /** Canonical JSON: where the count began, by which terms, and the job that counts anew; null for a day that was named. */
  @Column({ ...columns.text, nullable: true })
  counting: string | null;

  /** Goes up whenever the deadline is armed anew or moved: what was planned for an older one is void. */
  @Column({ ...columns.integer, default: 1 })
  generation: number;

  @Column(columns.name)
  status: 'armed' | 'passed' | 'dropped';

  /** What the system sends once it has passed; null when nothing. */
  @Column({ ...columns.name, nullable: true })
  commandType: string | null;

  /** Canonical JSON. */
  @Column({ ...columns.text, nullable: true })
  commandInput: string | null;

  @Column(columns.id)
  unitId: string;

  @Column(columns.text)
  unitPath: string;

  /** The earliest moment for which no occurrence is planned yet; null when all are. */
  @Column({ ...columns.instant, nullable: true })
  lookAt: string | null;

  @Column(columns.instant)
  createdAt: string;

  @Column(columns.instant)
  updatedAt: string;
}
