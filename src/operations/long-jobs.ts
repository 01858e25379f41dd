import { Injectable } from '@nestjs/common';
import type { Instant } from '../../workflows/kernel';
import { derivedId } from '../platform/ids/derived-id';
import { isOver } from '../../workflows/long-job';
import { addToOutbox, type RowReader, type Tx } from '../platform/persistence';
import { TAKE_STEP } from './long-job-jobs';
import type { LongJobRequest } from './long-job';
import { insertLongJob, readLongJob } from './long-jobs.repository';

/** Takes long work in, in the transaction of the command that asks for it. */
@Injectable()
export class LongJobs {
  /** The work is done after the commit, step by step, with the seats that the requester holds then. */
  async request(tx: Tx, request: LongJobRequest, at: Instant): Promise<void> {
    await insertLongJob(tx, request, at);
    await askForStep(tx, { jobId: request.id, step: 1 }, at);
  }

  /** True when nothing more of it is done: it is done, failed or was cancelled. */
  async isOver(rows: RowReader, id: string): Promise<boolean> {
    const job = await readLongJob(rows, id);
    return !job || isOver(job.state);
  }
}

/** Asks for one step. However often it is asked for, it is one message. */
export async function askForStep(
  tx: Tx,
  payload: { readonly jobId: string; readonly step: number },
  at: Instant,
): Promise<void> {
  const id = derivedId(TAKE_STEP, payload.jobId, String(payload.step));
  await addToOutbox(tx, [{ id, job: TAKE_STEP, payload, dedupeKey: id, availableAt: at, createdAt: at }]);
}
