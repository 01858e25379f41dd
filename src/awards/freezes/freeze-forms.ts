import type { CommandForm } from '../../platform/runner/feature-commands';
import { NoInput } from '../../platform/validation/no-input';
import { FreezeSubjectRequest } from './dto/freeze.request';

/** The form of every command on reports about subjects. */
export const freezeForms = {
  'subject.freeze': { input: FreezeSubjectRequest, texts: ['reason'], opens: true },
  'subject.unfreeze': { input: NoInput },
} as const satisfies Readonly<Record<string, CommandForm>>;
