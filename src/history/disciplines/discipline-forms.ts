import { HISTORY_COMMANDS } from '../../../workflows/history';
import type { RegisterForm } from '../../platform/runner/feature-commands';
import { entriesOf } from '../../platform/runner/refusals';
import { ReasonRequest } from '../../platform/validation/reason.request';
import { LiftDisciplineRequest, RecordDisciplineRequest } from './dto/discipline.request';
import { DISCIPLINE_REFUSALS } from './disciplines.errors';

/** The form of every command on disciplinary measures. */
export const disciplineForms = {
  'discipline.record': {
    input: RecordDisciplineRequest,
    texts: ['note'],
    opens: true,
    label: HISTORY_COMMANDS['discipline.record'],
    refusals: entriesOf(DISCIPLINE_REFUSALS, 'alreadyRecorded', 'endsBeforeStart', 'otherFreeze', 'otherViolation'),
  },
  'discipline.lift': {
    input: LiftDisciplineRequest,
    texts: ['reason'],
    label: HISTORY_COMMANDS['discipline.lift'],
    refusals: entriesOf(DISCIPLINE_REFUSALS, 'alreadyLifted', 'liftedOutside'),
  },
  'discipline.withdraw': {
    input: ReasonRequest,
    texts: ['reason'],
    label: HISTORY_COMMANDS['discipline.withdraw'],
    refusals: entriesOf(DISCIPLINE_REFUSALS, 'alreadyWithdrawn'),
  },
} as const satisfies Readonly<Record<string, RegisterForm>>;
