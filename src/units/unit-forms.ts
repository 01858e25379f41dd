import type { CommandForm } from '../platform/runner/feature-commands';
import { AddUnitRequest } from './dto/add-unit.request';
import { RenameUnitRequest } from './dto/rename-unit.request';

/** The form of every command on a unit. */
export const unitForms = {
  'unit.add': { input: AddUnitRequest, opens: true },
  'unit.rename': { input: RenameUnitRequest },
} as const satisfies Readonly<Record<string, CommandForm>>;
