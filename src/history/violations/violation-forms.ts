import { HISTORY_COMMANDS } from '../../../workflows/history';
import type { RegisterForm } from '../../platform/runner/feature-commands';
import { entriesOf } from '../../platform/runner/refusals';
import { NoInput } from '../../platform/validation/no-input';
import { ConfirmRowRequest, DismissRowRequest, ReceiveListRequest } from './dto/violation-list.request';
import { VIOLATION_REFUSALS } from './violations.errors';

/** The form of every command on lists of violations. */
export const violationForms = {
  'violationList.receive': {
    input: ReceiveListRequest,
    opens: true,
    label: HISTORY_COMMANDS['violationList.receive'],
    refusals: entriesOf(VIOLATION_REFUSALS, 'unknownUnit', 'endsBeforeStart'),
  },
  'violationList.confirm': {
    input: ConfirmRowRequest,
    label: HISTORY_COMMANDS['violationList.confirm'],
    refusals: entriesOf(VIOLATION_REFUSALS, 'erased', 'alreadySettled', 'unknownSubject'),
  },
  'violationList.dismiss': {
    input: DismissRowRequest,
    texts: ['reason'],
    label: HISTORY_COMMANDS['violationList.dismiss'],
    refusals: entriesOf(VIOLATION_REFUSALS, 'erased', 'alreadySettled'),
  },
  'violationList.erase': {
    input: NoInput,
    label: HISTORY_COMMANDS['violationList.erase'],
    refusals: entriesOf(VIOLATION_REFUSALS, 'erased'),
  },
} as const satisfies Readonly<Record<string, RegisterForm>>;
