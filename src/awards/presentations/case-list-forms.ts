import type { RegisterForm } from '../../platform/runner/feature-commands';
import { entriesOf } from '../../platform/runner/refusals';
import { NoInput } from '../../platform/validation/no-input';
import { ListCasesRequest, PlanCeremonyRequest, PlanPaymentRequest } from './dto/case-list.request';
import { CASE_LIST_REFUSALS } from './case-lists.errors';

const LISTING = entriesOf(CASE_LIST_REFUSALS, 'notOpen', 'unknownCase');
const CARRYING_OUT = entriesOf(CASE_LIST_REFUSALS, 'notOpen', 'empty', 'inTheFuture');

/** The form of every command on ceremonies. */
export const ceremonyForms = {
  'ceremony.plan': {
    input: PlanCeremonyRequest,
    texts: ['presenter'],
    opens: true,
    label: { vi: 'Lập kế hoạch lễ trao', en: 'Plan a ceremony' },
    refusals: [],
  },
  'ceremony.list': {
    input: ListCasesRequest,
    label: { vi: 'Lập danh sách trao', en: 'List the cases of a ceremony' },
    refusals: LISTING,
  },
  'ceremony.present': {
    input: NoInput,
    label: { vi: 'Xác nhận đã trao', en: 'Record a ceremony as held' },
    refusals: CARRYING_OUT,
  },
} as const satisfies Readonly<Record<string, RegisterForm>>;

/** The form of every command on payment lists. */
export const paymentForms = {
  'payment.plan': {
    input: PlanPaymentRequest,
    opens: true,
    label: { vi: 'Lập danh sách chi thưởng', en: 'Plan a payment list' },
    refusals: [],
  },
  'payment.list': {
    input: ListCasesRequest,
    label: { vi: 'Đưa trường hợp vào danh sách chi', en: 'List the cases of a payment' },
    refusals: LISTING,
  },
  'payment.pay': {
    input: NoInput,
    label: { vi: 'Xác nhận đã chi', en: 'Record a payment list as paid' },
    refusals: CARRYING_OUT,
  },
} as const satisfies Readonly<Record<string, RegisterForm>>;
