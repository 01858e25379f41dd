import { canonicalJson, type Instant } from '../../workflows/kernel';
import { addCounts, type LongJobState } from '../../workflows/long-job';
import { sha256 } from '../platform/crypto/sha256';
import { insertRows, locking, type RowReader, type Tx } from '../platform/persistence';
import type { LongJob, LongJobRequest, LongJobStep } from './long-job';

/** Columns of a LongJob by its names. */
export const LONG_JOB_COLUMNS = `id, kind, requested_by AS "requestedBy", unit_path AS "unitPath", input, state, total,
  done, counts, step, progress, failures, error, result, created_at AS "createdAt", started_at AS "startedAt",
  finished_at AS "finishedAt", revision`;

/** A LongJob as its row comes back. */
export type StoredLongJob = Omit<LongJob, 'input' | 'counts'> & { readonly input: string; readonly counts: string };

/** The job that a row stands for. */
export function longJobOf(row: StoredLongJob): LongJob {
  return {
    ...row,
    input: JSON.parse(row.input) as unknown,
    counts: JSON.parse(row.counts) as Readonly<Record<string, number>>,
  };
}

/** Inserts a job that waits for its first step. */
export async function insertLongJob(tx: Tx, request: LongJobRequest, at: Instant): Promise<void> {
  const input = canonicalJson(request.input);
  const row = {
    ...{ id: request.id, kind: request.kind, requested_by: request.requestedBy, unit_path: request.unitPath },
    ...{ input, input_hash: sha256(input), state: 'queued', total: request.total, done: 0, counts: '{}', step: 1 },
    ...{ progress: null, failures: 0, error: null, result: request.result, created_at: at, started_at: null },
    ...{ finished_at: null, revision: 1 },
  };
  await insertRows(tx, 'long_jobs', [row]);
}

/** One job, taken for change when asked; undefined when there is none. */
export async function readLongJob(rows: RowReader, id: string, lock?: 'taken'): Promise<LongJob | undefined> {
  const [row] = await rows.rows<StoredLongJob>(
    `SELECT ${LONG_JOB_COLUMNS} FROM long_jobs WHERE id = ?${locking(rows, lock)}`,
    [id],
  );
  return row && longJobOf(row);
}

/** Records a step if it is still the next one of a job that goes on; answers whether it was. */
export async function recordStep(tx: Tx, job: LongJob, step: LongJobStep, at: Instant): Promise<boolean> {
  const isLast = step.next === null;
  const changed = await tx.change(
    `UPDATE long_jobs SET state = ?, done = done + ?, counts = ?, step = step + 1, progress = ?, failures = 0,
       error = NULL, started_at = COALESCE(started_at, ?), finished_at = ?, revision = revision + 1
     WHERE id = ? AND step = ? AND state IN ('queued', 'running')`,
    [
      isLast ? 'done' : 'running',
      step.done,
      canonicalJson(addCounts(job.counts, step.counts)),
      step.next,
      at,
      isLast ? at : null,
      job.id,
      job.step,
    ],
  );
  return changed === 1;
}

/**
 * Adds what a step did to a job that was cancelled while the step was under way, once; answers whether it was so. What it
 * sent has happened: a row must not be said to wait for ever.
 */
export async function recordStepOfCancelled(tx: Tx, job: LongJob, step: LongJobStep): Promise<boolean> {
  const changed = await tx.change(
    `UPDATE long_jobs SET done = done + ?, counts = ?, revision = revision + 1
     WHERE id = ? AND state = 'cancelled' AND step = ? AND revision = ?`,
    [step.done, canonicalJson(addCounts(job.counts, step.counts)), job.id, job.step + 1, job.revision + 1],
  );
  return changed === 1;
}

/** Records that a step failed; nothing when the job has moved on meanwhile. */
export async function recordFailure(
  tx: Tx,
  job: LongJob,
  failure: { readonly state: LongJobState; readonly failures: number; readonly error: string; readonly at: Instant },
): Promise<void> {
  const { state, failures, error, at } = failure;
  await tx.change(
    `UPDATE long_jobs SET state = ?, failures = ?, error = ?, finished_at = ?, revision = revision + 1
     WHERE id = ? AND step = ? AND state IN ('queued', 'running')`,
    [state, failures, error, state === 'failed' ? at : null, job.id, job.step],
  );
}

/** Ends a job, or lets it wait for its next step again. */
export async function turnLongJob(tx: Tx, id: string, state: 'cancelled' | 'queued', at: Instant): Promise<void> {
  await tx.change(
    `UPDATE long_jobs SET state = ?, step = step + 1, failures = 0, error = CASE WHEN ? = 'queued' THEN NULL ELSE error END,
       finished_at = ?, revision = revision + 1 WHERE id = ?`,
    [state, state, state === 'cancelled' ? at : null, id],
  );
}
