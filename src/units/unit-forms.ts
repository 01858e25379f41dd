import type { RegisterForm } from '../platform/runner/feature-commands';
import { entriesOf } from '../platform/runner/refusals';
import { AddUnitRequest } from './dto/add-unit.request';
import { DissolveUnitRequest, MergeUnitsRequest } from './dto/merge-units.request';
import { MoveUnitRequest } from './dto/move-unit.request';
import { RenameUnitRequest } from './dto/rename-unit.request';
import {
  CoManageUnitRequest,
  EndCoManagementRequest,
  EndUnitDelegationRequest,
  NameUnitDelegateRequest,
} from './dto/unit-terms.request';
import { UNIT_REFUSALS } from './units.errors';

/** Commands on the tree of units. */
export const treeForms = {
  'unit.add': {
    input: AddUnitRequest,
    opens: true,
    label: { vi: 'Thêm đơn vị', en: 'Add a unit' },
    refusals: entriesOf(UNIT_REFUSALS, 'unknownParent', 'dissolved', 'codeTaken', 'tooDeep', 'endsBeforeStart'),
  },
  'unit.rename': { input: RenameUnitRequest, label: { vi: 'Đổi tên đơn vị', en: 'Rename a unit' }, refusals: [] },
} as const satisfies Readonly<Record<string, RegisterForm>>;

const ENDING_A_TERM = entriesOf(UNIT_REFUSALS, 'unknownTerm', 'endsBeforeStart', 'endedBefore');

/** Commands on what a unit has for a time. */
export const unitTermForms = {
  'unit.coManage': {
    input: CoManageUnitRequest,
    label: { vi: 'Ghi đồng quản lý', en: 'Note a second manager' },
    refusals: entriesOf(UNIT_REFUSALS, 'unknownManager', 'managedAlready', 'coManagedAlready', 'endsBeforeStart'),
  },
  'unit.endCoManagement': {
    input: EndCoManagementRequest,
    label: { vi: 'Kết thúc đồng quản lý', en: 'End a co-management' },
    refusals: ENDING_A_TERM,
  },
  'unit.nameDelegate': {
    input: NameUnitDelegateRequest,
    label: { vi: 'Ủy quyền cho một người', en: 'Name a delegate of a unit' },
    refusals: entriesOf(UNIT_REFUSALS, 'dissolved', 'unknownPerson', 'delegateAlready', 'endsBeforeStart'),
  },
  'unit.endDelegation': {
    input: EndUnitDelegationRequest,
    label: { vi: 'Kết thúc ủy quyền', en: 'End a delegation of a unit' },
    refusals: ENDING_A_TERM,
  },
} as const satisfies Readonly<Record<string, RegisterForm>>;

/** Commands that put a unit elsewhere in the tree. */
export const unitMoveForms = {
  'unit.move': {
    input: MoveUnitRequest,
    label: { vi: 'Chuyển đơn vị cấp trên', en: 'Put a unit below another one' },
    refusals: [
      ...entriesOf(UNIT_REFUSALS, 'unknownParent', 'dissolved', 'belowItself', 'sameParent', 'notYet', 'movedLater'),
      ...entriesOf(UNIT_REFUSALS, 'parentNotThere', 'tooDeep'),
    ],
  },
} as const satisfies Readonly<Record<string, RegisterForm>>;

const ENDING_A_UNIT = entriesOf(
  UNIT_REFUSALS,
  'unknownSuccessor',
  'unknownUnits',
  'endedAlready',
  'endsBeforeItBegins',
  'hasUnitsBelow',
  'successorEnds',
  'successorEnded',
  'successorStartsLater',
);

/** Commands that end units. A merger is sent to no unit: it is about several, and may bring one into being. */
export const unitEndForms = {
  'unit.merge': {
    input: MergeUnitsRequest,
    opens: true,
    label: { vi: 'Sáp nhập đơn vị', en: 'Merge units' },
    refusals: [
      ...ENDING_A_UNIT,
      ...entriesOf(UNIT_REFUSALS, 'oneSuccessor', 'unknownParent', 'codeTaken', 'dissolved', 'tooDeep'),
    ],
  },
  'unit.dissolve': {
    input: DissolveUnitRequest,
    label: { vi: 'Giải thể đơn vị', en: 'Dissolve a unit' },
    refusals: ENDING_A_UNIT,
  },
} as const satisfies Readonly<Record<string, RegisterForm>>;

/** The form of every command on a unit. */
export const unitForms = { ...treeForms, ...unitMoveForms, ...unitTermForms, ...unitEndForms } as const;
