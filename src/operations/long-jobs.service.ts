import { Injectable, type OnModuleInit } from '@nestjs/common';
import { mayCancel, mayResume } from '../../workflows/long-job';
import { actorCovers } from '../platform/auth/actor';
import { PERMISSIONS } from '../platform/auth/permission';
import { NotFoundError } from '../platform/errors/platform.errors';
import { ReadDatabase } from '../platform/persistence';
import { CommandDispatcher } from '../platform/runner/command-dispatcher';
import type { CommandResult } from '../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../platform/runner/feature-commands';
import { refusalsWhen } from '../platform/runner/refusals';
import { RegisterRunner } from '../platform/runner/register-runner';
import { longJobForms } from './long-job-forms';
import { isSeenBy, OFFICE } from './long-job-sight';
import { askForStep } from './long-jobs';
import { LONG_JOB_REFUSALS } from './long-jobs.errors';
import { readLongJob, turnLongJob } from './long-jobs.repository';

/** Commands on long work: for who asked for it, and for the office of its unit. */
@Injectable()
export class LongJobsService implements FeatureCommands, OnModuleInit {
  readonly forms = longJobForms;

  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly registers: RegisterRunner,
    private readonly reads: ReadDatabase,
  ) {}

  onModuleInit(): void {
    this.dispatcher.register(this);
  }

  /** Throws NotFoundError when there is no such work, or the actor may not know of it. */
  async execute(command: FeatureCommand): Promise<CommandResult> {
    const { actor, type, instanceId = '' } = command;
    const seen = await readLongJob(this.reads, instanceId);
    if (!seen || !isSeenBy(actor, seen)) throw new NotFoundError('longJob', instanceId);
    const isOwn = seen.requestedBy === actor.id && actorCovers(actor, seen.unitPath);
    const permissions = isOwn ? PERMISSIONS : OFFICE;
    const request = { ...command, instanceId, kind: 'longJob', permissions, unitPath: seen.unitPath };
    return this.registers.change(request, async ({ tx, at }) => {
      const job = await readLongJob(tx, instanceId, 'taken');
      if (!job) throw new NotFoundError('longJob', instanceId);
      const isCancel = type === 'job.cancel';
      const reasons = isCancel
        ? refusalsWhen([!mayCancel(job.state), LONG_JOB_REFUSALS.over])
        : refusalsWhen([!mayResume(job.state), LONG_JOB_REFUSALS.notFailed]);
      if (reasons.length > 0) return reasons;
      await turnLongJob(tx, job.id, isCancel ? 'cancelled' : 'queued', at);
      if (!isCancel) await askForStep(tx, { jobId: job.id, step: job.step + 1 }, at);
      return [];
    });
  }
}
