import { actorMay, type Actor } from '../platform/auth/actor';
import { ROLE_PERMISSIONS, type Role } from '../platform/auth/permission';

/** A role on the unit with this path and everything below it. */
export interface PlacedRole {
  readonly role: Role;
  readonly path: string;
  /** Set for a seat in a council. */
  readonly councilId: string | null;
}

/**
 * Whether an actor may hand out a role, or act on who holds it: administrators of that unit, and the system, any role;
 * everybody else one that can do no more there than they can, and never that of an administrator. Otherwise whoever
 * keeps the accounts could make themself chair, or use the token of one.
 */
export function mayHandOut(actor: Actor, { role, path, councilId }: PlacedRole): boolean {
  if (actor.isSystem || isAdministratorOf(actor, path)) return true;
  if (role === 'administrator') return false;
  return ROLE_PERMISSIONS[role].every((permission) => actorMay(actor, [permission], path, councilId));
}

function isAdministratorOf(actor: Actor, path: string): boolean {
  return actor.seats.some(
    ({ role, unitPath, basis }) => role === 'administrator' && basis !== 'reads' && path.startsWith(unitPath),
  );
}
