import { LONG_JOB_COMMANDS } from '../../workflows/long-job';
import type { RegisterForm } from '../platform/runner/feature-commands';
import { NoInput } from '../platform/validation/no-input';
import { BULK_REFUSALS } from './bulk/bulk.errors';
import { StartBulkRequest } from './dto/bulk.request';
import { LONG_JOB_REFUSALS } from './long-jobs.errors';

/** The form of every command on long work. */
export const longJobForms = {
  'job.cancel': { input: NoInput, label: LONG_JOB_COMMANDS['job.cancel'], refusals: [LONG_JOB_REFUSALS.over] },
  'job.resume': { input: NoInput, label: LONG_JOB_COMMANDS['job.resume'], refusals: [LONG_JOB_REFUSALS.notFailed] },
} as const satisfies Readonly<Record<string, RegisterForm>>;

/** The command that starts a bulk command which was previewed. */
export const bulkForms = {
  'job.startBulk': {
    input: StartBulkRequest,
    opens: true,
    label: LONG_JOB_COMMANDS['job.startBulk'],
    refusals: Object.values(BULK_REFUSALS),
  },
} as const satisfies Readonly<Record<string, RegisterForm>>;
