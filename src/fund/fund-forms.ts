import type { RegisterForm } from '../platform/runner/feature-commands';
import { entriesOf } from '../platform/runner/refusals';
import { NoInput } from '../platform/validation/no-input';
import { OpenFundRequest, ReceiveRequest, SpendRequest } from './dto/fund.request';
import { FUND_REFUSALS } from './fund.errors';

const BOOKING = entriesOf(FUND_REFUSALS, 'notOpen', 'closed', 'nothing', 'otherYear', 'overdrawn');

/** The form of every command on the books of a fund. */
export const fundForms = {
  'fund.open': {
    input: OpenFundRequest,
    opens: true,
    label: { vi: 'Mở sổ quỹ của năm', en: 'Open the books of a year' },
    refusals: entriesOf(FUND_REFUSALS, 'alreadyOpen'),
  },
  'fund.receive': { input: ReceiveRequest, label: { vi: 'Ghi khoản thu', en: 'Book a receipt' }, refusals: BOOKING },
  'fund.spend': { input: SpendRequest, label: { vi: 'Ghi khoản chi', en: 'Book an expense' }, refusals: BOOKING },
  'fund.close': {
    input: NoInput,
    label: { vi: 'Khóa sổ quỹ của năm', en: 'Close the books of a year' },
    refusals: entriesOf(FUND_REFUSALS, 'notOpen', 'closed', 'yearNotOver'),
  },
} as const satisfies Readonly<Record<string, RegisterForm>>;
