import { resultStatementLabels } from '../../../workflows/pledge';
import type { Permission } from '../../platform/auth/permission';
import type { RegisterForm } from '../../platform/runner/feature-commands';
import { entriesOf } from '../../platform/runner/refusals';
import { ReasonRequest } from '../../platform/validation/reason.request';
import { RecordStatementRequest } from '../dto/result-statement.request';
import { STATEMENT_REFUSALS } from './statements.errors';

/** Who enters what a unit states: those who keep the pledges there or above. */
export const STATERS: readonly Permission[] = ['pledge.keep', 'system'];

/** The form of every command on a statement of results. */
export const statementForms = {
  'resultStatement.record': {
    input: RecordStatementRequest,
    opens: true,
    texts: ['paperTitle'],
    label: resultStatementLabels['resultStatement.record'],
    permissions: STATERS,
    refusals: entriesOf(STATEMENT_REFUSALS, 'notInCampaign', 'cannotBe', 'fromTheFuture'),
  },
  'resultStatement.withdraw': {
    input: ReasonRequest,
    texts: ['reason'],
    label: resultStatementLabels['resultStatement.withdraw'],
    permissions: STATERS,
    refusals: entriesOf(STATEMENT_REFUSALS, 'withdrawn'),
  },
} as const satisfies Readonly<Record<string, RegisterForm>>;
