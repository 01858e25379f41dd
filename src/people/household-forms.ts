import type { CommandForm } from '../platform/runner/feature-commands';
import { NoInput } from '../platform/validation/no-input';
import { AddHouseholdRequest } from './dto/add-household.request';
import { CorrectHouseholdRequest } from './dto/correct-household.request';

/** Fields that events hold commitments of, and that can be erased. */
const PERSONAL = ['headName', 'address'] as const;

/** The form of every command on a household. */
export const householdForms = {
  'household.add': { input: AddHouseholdRequest, texts: PERSONAL, opens: true },
  'household.correct': { input: CorrectHouseholdRequest, texts: PERSONAL },
  'household.erase': { input: NoInput },
} as const satisfies Readonly<Record<string, CommandForm>>;
