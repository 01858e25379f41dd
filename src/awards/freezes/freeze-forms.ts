import type { RegisterForm } from '../../platform/runner/feature-commands';
import { entriesOf } from '../../platform/runner/refusals';
import { NoInput } from '../../platform/validation/no-input';
import { FreezeSubjectRequest } from './dto/freeze.request';
import { FREEZE_REFUSALS } from './freezes.errors';

/** The form of every command on reports about subjects. */
export const freezeForms = {
  'subject.freeze': {
    input: FreezeSubjectRequest,
    texts: ['reason'],
    opens: true,
    label: { vi: 'Tạm dừng xét khen thưởng', en: 'Report why a subject is not to be considered' },
    refusals: entriesOf(FREEZE_REFUSALS, 'endsBeforeStart'),
  },
  'subject.unfreeze': {
    input: NoInput,
    label: { vi: 'Bỏ tạm dừng xét khen thưởng', en: 'Let a subject be considered again' },
    refusals: entriesOf(FREEZE_REFUSALS, 'alreadyLifted'),
  },
} as const satisfies Readonly<Record<string, RegisterForm>>;
