import type { Schema } from '../platform/persistence';
import { LongJobItem, LongJobRow } from './long-job.entity';
import { CreateLongJobs1767226900000 } from './migrations/1767226900000-create-long-jobs';

export type { LongJob, LongJobKind, LongJobRequest, LongJobStep } from './long-job';
export { OPERATION_JOBS } from './long-job-jobs';
export { LongJobKinds } from './long-job-kinds';
export { LongJobSteps } from './long-job-steps.service';
export { LongJobs } from './long-jobs';
export { operationsInvariants } from './operations.invariants';
export { OperationsModule } from './operations.module';
export type { RowReason } from './row-fates';

/** The tables of long work. */
export const operationsSchema: Schema = {
  entities: [LongJobRow, LongJobItem],
  migrations: [CreateLongJobs1767226900000],
};
