import type { RegisterForm } from '../../platform/runner/feature-commands';
import { entriesOf } from '../../platform/runner/refusals';
import { RecoverMoneyRequest, ReturnArtefactRequest } from './dto/recovery.request';
import { RECOVERY_REFUSALS } from './recoveries.errors';

const DAY = entriesOf(RECOVERY_REFUSALS, 'inTheFuture', 'beforeRevocation');

/** The form of every command on recoveries. */
export const recoveryForms = {
  'recovery.returnArtefact': {
    input: ReturnArtefactRequest,
    label: { vi: 'Ghi nhận đã thu hồi hiện vật', en: 'Record what was handed back' },
    refusals: [...DAY, RECOVERY_REFUSALS.artefactNotDue],
  },
  'recovery.recoverMoney': {
    input: RecoverMoneyRequest,
    label: { vi: 'Ghi nhận đã thu hồi tiền thưởng', en: 'Record money that came back' },
    refusals: [...DAY, RECOVERY_REFUSALS.moreThanDue],
  },
} as const satisfies Readonly<Record<string, RegisterForm>>;
