import type { RegisterForm } from '../platform/runner/feature-commands';
import { entriesOf } from '../platform/runner/refusals';
import { AddCollectiveRequest } from './dto/add-collective.request';
import { MoveSubjectRequest } from './dto/move-subject.request';
import { RenameCollectiveRequest } from './dto/rename-collective.request';
import { COLLECTIVE_REFUSALS } from './people.errors';

/** The form of every command on a collective. */
export const collectiveForms = {
  'collective.add': {
    input: AddCollectiveRequest,
    opens: true,
    label: { vi: 'Thêm tập thể', en: 'Add a collective' },
    refusals: entriesOf(COLLECTIVE_REFUSALS, 'unknownUnit', 'dissolvedUnit'),
  },
  'collective.rename': {
    input: RenameCollectiveRequest,
    label: { vi: 'Đổi tên tập thể', en: 'Rename a collective' },
    refusals: [],
  },
  'collective.move': {
    input: MoveSubjectRequest,
    label: { vi: 'Chuyển tập thể sang đơn vị khác', en: 'Move a collective to another unit' },
    refusals: entriesOf(COLLECTIVE_REFUSALS, 'unknownUnit', 'dissolvedUnit', 'sameUnit'),
  },
} as const satisfies Readonly<Record<string, RegisterForm>>;
