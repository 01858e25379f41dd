import type { CommandForm } from '../platform/runner/feature-commands';
import { NoInput } from '../platform/validation/no-input';
import { AddPersonRequest } from './dto/add-person.request';
import { CorrectPersonRequest } from './dto/correct-person.request';
import { MovePersonRequest } from './dto/move-person.request';

/** Fields that events hold commitments of, and that can be erased. */
const PERSONAL = ['name', 'birthday', 'gender', 'nationalId'] as const;

/** The form of every command on a person. */
export const personForms = {
  'person.add': { input: AddPersonRequest, texts: PERSONAL, opens: true },
  'person.correct': { input: CorrectPersonRequest, texts: PERSONAL },
  'person.move': { input: MovePersonRequest },
  'person.erase': { input: NoInput },
} as const satisfies Readonly<Record<string, CommandForm>>;
