import { Injectable } from '@nestjs/common';
import { isOver, stateAfterFailure } from '../../workflows/long-job';
import { SYSTEM_ACTOR, type Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock/clock.port';
import { AppError } from '../platform/errors/app-error';
import { Failpoints } from '../platform/failpoints/failpoints';
import { ReadDatabase, UnitOfWork, type Tx } from '../platform/persistence';
import { TerminalError } from '../platform/queue/job.errors';
import { ActorDirectory } from '../users';
import type { LongJob } from './long-job';
import { LongJobKinds } from './long-job-kinds';
import { askForStep } from './long-jobs';
import { readLongJob, recordFailure, recordStep, recordStepOfCancelled } from './long-jobs.repository';

/** Runs work in one transaction, at most once for a delivery; `JobContext.once` is one. */
export type Once = (work: (tx: Tx) => Promise<void>) => Promise<unknown>;

/** Does long work step by step. Whoever takes a step, and however often: the row says which one is next. */
@Injectable()
export class LongJobSteps {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly kinds: LongJobKinds,
    private readonly actors: ActorDirectory,
    private readonly failpoints: Failpoints,
  ) {}

  /** Takes a step if it is the next one. Throws what the step throws until it has failed too often: then the job is over. */
  async take({ jobId, step }: { readonly jobId: string; readonly step: number }, once: Once): Promise<void> {
    const job = await readLongJob(this.reads, jobId);
    if (job?.step !== step || isOver(job.state)) {
      await once(() => Promise.resolve());
      return;
    }
    try {
      await this.takeNext(job, once);
    } catch (error) {
      if (await this.isToBeTriedAgain(job, error)) throw error;
      await once(() => Promise.resolve());
    }
  }

  /** Takes all steps that are left, here and now; answers the job as it came to be. For the command line. */
  async takeAll(jobId: string): Promise<LongJob> {
    const once: Once = (work) => this.unitOfWork.run(work);
    for (;;) {
      const job = await readLongJob(this.reads, jobId);
      if (!job) throw new TerminalError(`There is no long work ${jobId}`);
      if (isOver(job.state)) return job;
      await this.take({ jobId, step: job.step }, once);
    }
  }

  private async takeNext(job: LongJob, once: Once): Promise<void> {
    const taken = await this.kinds.of(job.kind).take(job, await this.actorOf(job));
    this.failpoints.hit('job.afterHandler');
    await once(async (tx) => {
      const at = this.clock.now();
      const isNext = await recordStep(tx, job, taken, at);
      // Another delivery was faster: what the step sent is the same, and was written there.
      if (!isNext && !(await recordStepOfCancelled(tx, job, taken))) return;
      await taken.record?.(tx);
      if (isNext && taken.next !== null) await askForStep(tx, { jobId: job.id, step: job.step + 1 }, at);
    });
  }

  private async actorOf({ requestedBy }: LongJob): Promise<Actor> {
    if (requestedBy === SYSTEM_ACTOR.id) return SYSTEM_ACTOR;
    const actor = await this.actors.actorOf(requestedBy);
    if (!actor) throw new TerminalError('Who asked for this is shut out', { code: 'JOB.TERMINAL' });
    return actor;
  }

  /** Notes the failure; false when it was the last one, or nothing can be gained by another try. */
  private async isToBeTriedAgain(job: LongJob, error: unknown): Promise<boolean> {
    const failures = job.failures + 1;
    const state = error instanceof TerminalError ? 'failed' : stateAfterFailure(job.state, failures);
    const code = error instanceof AppError ? error.code : 'PLATFORM.FAULT';
    await this.unitOfWork.run((tx) => recordFailure(tx, job, { state, failures, error: code, at: this.clock.now() }));
    return state !== 'failed';
  }
}
