import type { CommandForm } from '../platform/runner/feature-commands';
import { AddCollectiveRequest } from './dto/add-collective.request';
import { RenameCollectiveRequest } from './dto/rename-collective.request';

/** The form of every command on a collective. */
export const collectiveForms = {
  'collective.add': { input: AddCollectiveRequest, opens: true },
  'collective.rename': { input: RenameCollectiveRequest },
} as const satisfies Readonly<Record<string, CommandForm>>;
