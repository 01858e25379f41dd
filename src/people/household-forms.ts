import type { RegisterForm } from '../platform/runner/feature-commands';
import { entriesOf } from '../platform/runner/refusals';
import { NoInput } from '../platform/validation/no-input';
import { AddHouseholdRequest } from './dto/add-household.request';
import { CorrectHouseholdRequest } from './dto/correct-household.request';
import { MoveSubjectRequest } from './dto/move-subject.request';
import { HOUSEHOLD_REFUSALS } from './people.errors';

/** Fields that events hold commitments of, and that can be erased. */
const PERSONAL = ['headName', 'address'] as const;

/** The form of every command on a household. */
export const householdForms = {
  'household.add': {
    input: AddHouseholdRequest,
    texts: PERSONAL,
    opens: true,
    label: { vi: 'Thêm hộ gia đình', en: 'Add a household' },
    refusals: entriesOf(HOUSEHOLD_REFUSALS, 'unknownUnit', 'dissolvedUnit', 'looksLike'),
  },
  'household.correct': {
    input: CorrectHouseholdRequest,
    texts: PERSONAL,
    label: { vi: 'Sửa thông tin hộ gia đình', en: 'Correct a household' },
    refusals: entriesOf(HOUSEHOLD_REFUSALS, 'erased'),
  },
  'household.move': {
    input: MoveSubjectRequest,
    label: { vi: 'Chuyển hộ gia đình sang đơn vị khác', en: 'Move a household to another unit' },
    refusals: entriesOf(HOUSEHOLD_REFUSALS, 'erased', 'unknownUnit', 'dissolvedUnit', 'sameUnit'),
  },
  'household.erase': {
    input: NoInput,
    label: { vi: 'Xóa thông tin hộ gia đình', en: 'Erase a household' },
    refusals: entriesOf(HOUSEHOLD_REFUSALS, 'erased'),
  },
} as const satisfies Readonly<Record<string, RegisterForm>>;
