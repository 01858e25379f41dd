import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { columns } from '../platform/persistence';
import type { LongJobState } from '../../workflows/long-job';

/** Work that is done step by step, each step in a transaction that records how far it got. */
@Entity('long_jobs')
@Index('ix_long_jobs_unit_path', ['unitPath'])
@Index('ix_long_jobs_created_at', ['createdAt', 'id'])
export class LongJobRow {
  @PrimaryColumn(columns.id)
  id: string;

  @Column(columns.name)
  kind: string;

  /** Id of the user who asked for it, or `system`: with that one's seats of the day it is done. */
  @Column(columns.key)
  requestedBy: string;

  /** The unit whose office may see and cancel it. */
  @Column(columns.text)
  unitPath: string;

  /** Canonical JSON: ids and commitments, no personal data. */
  @Column(columns.text)
  input: string;

  @Column(columns.hash)
  inputHash: string;

  @Column(columns.name)
  state: LongJobState;

  @Column(columns.integer)
  total: number;

  @Column(columns.integer)
  done: number;

  /** What became of the rows done so far: JSON of fates and numbers. */
  @Column(columns.text)
  counts: string;

  /** Number of the next step. */
  @Column(columns.integer)
  step: number;

  /** Where the next step begins; the meaning is the kind's own. */
  @Column({ ...columns.text, nullable: true })
  progress: string | null;

  /** Failures of the present step in a row. */
  @Column(columns.integer)
  failures: number;

  /** Code of the last failure. */
  @Column({ ...columns.name, nullable: true })
  error: string | null;

  /** Path of what came of it, below the API. */
  @Column(columns.text)
  result: string;

  @Column(columns.instant)
  createdAt: string;

  @Column({ ...columns.instant, nullable: true })
  startedAt: string | null;

  @Column({ ...columns.instant, nullable: true })
  finishedAt: string | null;

  /** Number of changes, steps included: the id of the last event that watchers have seen. */
  @Column(columns.integer)
  revision: number;
}

/** One thing that a bulk command is sent to, and what became of it. */
@Entity('long_job_rows')
@Index('ix_long_job_rows_fate', ['jobId', 'fate', 'ordinal'])
export class LongJobItem {
  @PrimaryColumn(columns.id)
  jobId: string;

  /** Place in the job, from 1. */
  @PrimaryColumn(columns.integer)
  ordinal: number;

  @Column(columns.id)
  instanceId: string;

  /** The version that was seen in the preview. */
  @Column(columns.integer)
  seenVersion: number;

  /** `waiting`, `accepted`, `refused`, `forbidden`, `stale` or `missing`. */
  @Column(columns.name)
  fate: string;

  /** JSON of the reasons; null where there are none. */
  @Column({ ...columns.text, nullable: true })
  reasons: string | null;
}
