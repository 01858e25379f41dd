import { actorMay, type Actor } from '../../platform/auth/actor';
import type { Permission } from '../../platform/auth/permission';
import { scopeOf } from '../../platform/auth/scope';

/** Whoever sees a subject sees its history. */
const SEERS: readonly Permission[] = ['register.keep', 'case.prepare', 'case.keep'];

/** What is personal, discipline and what is pending, is for those who keep registers or cases of its unit. */
const TRUSTED: readonly Permission[] = ['register.keep', 'case.keep'];

/**
 * Whether the actor reads the histories of subjects of the unit with this path. As lists do: by the seats that hold one of
 * the permissions, also where they may read and no more.
 */
export function mayReadHistory(actor: Actor, unitPath: string): boolean {
  const { everything, unitPaths } = scopeOf(actor, SEERS);
  return everything || unitPaths.some((path) => unitPath.startsWith(path));
}

/** Whether the actor also sees their discipline, and what is pending. */
export function mayReadDiscipline(actor: Actor, unitPath: string): boolean {
  return actorMay(actor, TRUSTED, unitPath);
}
