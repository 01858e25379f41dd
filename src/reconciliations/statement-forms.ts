import type { RegisterForm } from '../platform/runner/feature-commands';
import { entriesOf } from '../platform/runner/refusals';
import { ReasonRequest } from '../platform/validation/reason.request';
import { PublishStatementRequest, ReviseStatementRequest } from './dto/statement.request';
import { STATEMENT_FAULTS, STATEMENT_REFUSALS } from './statements.errors';

const FAULTS = Object.values(STATEMENT_FAULTS);

/** The form of every command on published statements. */
export const statementForms = {
  'statement.publish': {
    input: PublishStatementRequest,
    opens: true,
    label: { vi: 'Nhập bản công bố', en: 'Enter a published statement' },
    refusals: [...entriesOf(STATEMENT_REFUSALS, 'unknownUnit', 'unknownCampaign'), ...FAULTS],
  },
  'statement.revise': {
    input: ReviseStatementRequest,
    label: { vi: 'Sửa bản công bố', en: 'Revise a published statement' },
    refusals: [STATEMENT_REFUSALS.withdrawn, ...FAULTS],
  },
  'statement.withdraw': {
    input: ReasonRequest,
    texts: ['reason'],
    label: { vi: 'Rút bản công bố', en: 'Withdraw a published statement' },
    refusals: [STATEMENT_REFUSALS.withdrawn],
  },
} as const satisfies Readonly<Record<string, RegisterForm>>;
