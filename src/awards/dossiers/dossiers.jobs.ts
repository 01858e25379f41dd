import { Injectable } from '@nestjs/common';
import { RecountDeadlinePayload } from '../../platform/deadlines/recount-deadline.payload';
import type { JobContext } from '../../platform/queue/job-handler';
import { OnJob } from '../../platform/queue/on-job.decorator';
import type { CaseStepJob } from './case-steps';
import { DossierCases } from './dossier-cases.service';
import { DossierLines } from './dossier-lines.service';
import { DossierTerms, RECOUNT_APPRAISAL } from './dossier-terms.service';
import { CaseStepPayload } from './dto/case-step.payload';

/** A batch is at most 500 commands. One at a time, since each takes along what the others are on their way for. */
const policy = { timeoutMs: 60_000, concurrency: 1 };

/** What a command on a dossier means for its cases. */
@Injectable()
export class DossiersJobs {
  constructor(
    private readonly cases: DossierCases,
    private readonly lines: DossierLines,
    private readonly terms: DossierTerms,
  ) {}

  @OnJob({ job: 'submit-cases', payload: CaseStepPayload, policy })
  submitCases(payload: CaseStepPayload, context: JobContext): Promise<void> {
    return this.take('submit-cases', payload, context);
  }

  @OnJob({ job: 'receive-cases', payload: CaseStepPayload, policy })
  receiveCases(payload: CaseStepPayload, context: JobContext): Promise<void> {
    return this.take('receive-cases', payload, context);
  }

  @OnJob({ job: 'return-cases', payload: CaseStepPayload, policy })
  returnCases(payload: CaseStepPayload, context: JobContext): Promise<void> {
    return this.take('return-cases', payload, context);
  }

  @OnJob({ job: 'assign-cases', payload: CaseStepPayload, policy })
  assignCases(payload: CaseStepPayload, context: JobContext): Promise<void> {
    return this.take('assign-cases', payload, context);
  }

  @OnJob({ job: 'draft-lines', payload: CaseStepPayload, policy })
  async draftLines({ dossierId, by }: CaseStepPayload, context: JobContext): Promise<void> {
    const fates = await this.lines.draft(dossierId, by);
    await context.once((tx) => this.lines.settle(tx, fates));
  }

  @OnJob({ job: RECOUNT_APPRAISAL, payload: RecountDeadlinePayload })
  recountAppraisal(payload: RecountDeadlinePayload, { messageId }: JobContext): Promise<void> {
    return this.terms.recount(payload, messageId);
  }

  private async take(job: CaseStepJob, payload: CaseStepPayload, context: JobContext): Promise<void> {
    const { dossierId, by, after, officerId, caseIds } = payload;
    const step = {
      ...{ job, dossierId, by },
      ...(after === undefined ? {} : { after }),
      ...(officerId === undefined ? {} : { officerId }),
      ...(caseIds === undefined ? {} : { caseIds }),
    };
    const next = await this.cases.take(step, context.messageId);
    await context.once(async (tx) => {
      for (const each of next) await this.cases.schedule(tx, { ...each, at: context.at });
    });
  }
}
