import { Injectable } from '@nestjs/common';
import { isOver, LONG_JOB_LABELS } from '../../workflows/long-job';
import type { Actor } from '../platform/auth/actor';
import { NotFoundError } from '../platform/errors/platform.errors';
import { allOf, equals } from '../platform/http/pages/conditions';
import { keysetPage, pageOf, type Keyset, type Page } from '../platform/http/pages/keyset-page';
import { API_PREFIX } from '../platform/http/server/api-prefix';
import type { Watch } from '../platform/http/streams/watched';
import { ReadDatabase } from '../platform/persistence';
import type { LongJobListQuery, LongJobRowsQuery } from './dto/long-job.request';
import type { LongJobResponse, LongJobRowResponse } from './dto/long-job.response';
import type { LongJob } from './long-job';
import { isSeenBy, seenBy } from './long-job-sight';
import { LONG_JOB_COLUMNS, longJobOf, readLongJob, type StoredLongJob } from './long-jobs.repository';
import type { RowReason } from './row-fates';

const NEWEST: Keyset = { name: 'longJobs.createdAt', sortColumn: 'created_at', idColumn: 'id', direction: 'desc' };
const BY_ORDINAL: Keyset = { name: 'longJobRows', sortColumn: 'ordinal', idColumn: 'instance_id', direction: 'asc' };

type StoredRow = Omit<LongJobRowResponse, 'reasons'> & { readonly reasons: string | null };

/** Reads long work: what the actor asked for, and what is the office's of the actor's units. */
@Injectable()
export class LongJobsQueries {
  constructor(private readonly reads: ReadDatabase) {}

  /** A page of long work, the newest first. */
  async list(actor: Actor, query: LongJobListQuery): Promise<Page<LongJobResponse>> {
    const { where, orderBy, limit } = keysetPage(NEWEST, query);
    const condition = allOf([seenBy(actor), where, ...equals('state', query.state)]);
    const rows = await this.reads.rows<StoredLongJob>(
      `SELECT ${LONG_JOB_COLUMNS} FROM long_jobs WHERE ${condition.sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      condition.params,
    );
    return pageOf(NEWEST, query, rows, {
      key: ({ createdAt, id }) => ({ value: createdAt, id }),
      item: (row) => shown(longJobOf(row)),
    });
  }

  /** One job. Throws NotFoundError, also when the actor may not know of it. */
  async one(actor: Actor, id: string): Promise<LongJobResponse> {
    const job = await readLongJob(this.reads, id);
    if (!job || !isSeenBy(actor, job)) throw new NotFoundError('longJob', id);
    return shown(job);
  }

  /** What became of the rows of a bulk command, in their order. Throws NotFoundError. */
  async rows(actor: Actor, id: string, query: LongJobRowsQuery): Promise<Page<LongJobRowResponse>> {
    await this.one(actor, id);
    const { where, orderBy, limit } = keysetPage(BY_ORDINAL, query);
    const condition = allOf([{ sql: 'job_id = ?', params: [id] }, where, ...equals('fate', query.fate)]);
    const rows = await this.reads.rows<StoredRow>(
      `SELECT ordinal, instance_id AS "id", fate, reasons FROM long_job_rows
       WHERE ${condition.sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      condition.params,
    );
    return pageOf(BY_ORDINAL, query, rows, {
      key: (row) => ({ value: row.ordinal, id: row.id }),
      item: (row) => ({ ...row, reasons: row.reasons === null ? [] : (JSON.parse(row.reasons) as RowReason[]) }),
    });
  }

  /** How to watch a job to its end. Throws NotFoundError. */
  async watch(actor: Actor, id: string): Promise<Watch['look']> {
    await this.one(actor, id);
    return async () => {
      const job = await readLongJob(this.reads, id);
      if (!job) return undefined;
      const isLast = isOver(job.state);
      return { id: String(job.revision), event: isLast ? 'end' : 'progress', data: shown(job), isLast };
    };
  }
}

function shown(job: LongJob): LongJobResponse {
  const { id, kind, state, requestedBy, total, done, counts, error, createdAt, startedAt, finishedAt, revision } = job;
  const result = `/${API_PREFIX}/${job.result}`;
  const stateLabel = LONG_JOB_LABELS[state];
  return {
    ...{ id, kind, state, stateLabel, requestedBy, total, done, counts, result },
    ...{ error, createdAt, startedAt, finishedAt, revision },
  };
}
