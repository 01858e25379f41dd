import type { RegisterForm } from '../platform/runner/feature-commands';
import { entriesOf } from '../platform/runner/refusals';
import { NoInput } from '../platform/validation/no-input';
import { AddPersonRequest } from './dto/add-person.request';
import { CorrectPersonRequest } from './dto/correct-person.request';
import { MergePersonRequest } from './dto/merge-person.request';
import { MovePersonRequest } from './dto/move-person.request';
import { PERSON_REFUSALS } from './people.errors';

/** Fields that events hold commitments of, and that can be erased. */
const PERSONAL = ['name', 'birthday', 'gender', 'nationalId'] as const;

const GONE = entriesOf(PERSON_REFUSALS, 'erased', 'merged');

/** Commands on one person. */
export const personDetailForms = {
  'person.add': {
    input: AddPersonRequest,
    texts: PERSONAL,
    opens: true,
    label: { vi: 'Thêm người', en: 'Add a person' },
    refusals: entriesOf(PERSON_REFUSALS, 'unknownUnit', 'dissolvedUnit', 'numberTaken', 'looksLike', 'noLeader'),
  },
  'person.correct': {
    input: CorrectPersonRequest,
    texts: PERSONAL,
    label: { vi: 'Sửa thông tin người', en: 'Correct a person' },
    refusals: [...GONE, ...entriesOf(PERSON_REFUSALS, 'numberTaken', 'noLeader')],
  },
  'person.move': {
    input: MovePersonRequest,
    label: { vi: 'Chuyển người sang đơn vị khác', en: 'Move a person to another unit' },
    refusals: [...GONE, ...entriesOf(PERSON_REFUSALS, 'unknownUnit', 'dissolvedUnit', 'sameUnit')],
  },
  'person.erase': { input: NoInput, label: { vi: 'Xóa thông tin cá nhân', en: 'Erase a person' }, refusals: GONE },
} as const satisfies Readonly<Record<string, RegisterForm>>;

/** Commands on two rows of one person. */
export const personMergeForms = {
  'person.merge': {
    input: MergePersonRequest,
    label: { vi: 'Gộp hai hồ sơ của một người', en: 'Merge two rows of one person' },
    refusals: [...GONE, ...entriesOf(PERSON_REFUSALS, 'unknownPerson', 'differentNumbers')],
  },
} as const satisfies Readonly<Record<string, RegisterForm>>;

/** The form of every command on a person. */
export const personForms = { ...personDetailForms, ...personMergeForms } as const;
