import { IMPORT_COMMANDS } from '../../workflows/import';
import type { RegisterForm } from '../platform/runner/feature-commands';
import { NoInput } from '../platform/validation/no-input';
import { ApplyImportRequest, CheckImportRequest } from './dto/import.request';
import { IMPORT_REFUSALS } from './imports.errors';

const { notOpen, notYours, applying, ...ofFiles } = IMPORT_REFUSALS;

/** The form of every command on files. */
export const importForms = {
  'import.check': {
    input: CheckImportRequest,
    opens: true,
    label: IMPORT_COMMANDS['import.check'],
    refusals: Object.values(ofFiles),
  },
  'import.apply': {
    input: ApplyImportRequest,
    label: IMPORT_COMMANDS['import.apply'],
    refusals: [notOpen, notYours],
  },
  'import.discard': { input: NoInput, label: IMPORT_COMMANDS['import.discard'], refusals: [applying] },
} as const satisfies Readonly<Record<string, RegisterForm>>;
