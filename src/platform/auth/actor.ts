import { ROLE_PERMISSIONS, type Permission, type Role } from './permission';

/** A seat somebody holds today: a role on a unit and everything below it, or in a council. */
export interface Seat {
  readonly role: Role;
  readonly unitId: string;
  /** Materialised path of the unit, `/<id>/<id>/`. */
  readonly unitPath: string;
  /** Set for seats in a council. */
  readonly councilId: string | null;
}

/** Who asks: a signed-in user with the seats of this moment, or the system itself in a job. */
export interface Actor {
  readonly id: string;
  readonly personId: string | null;
  readonly isSystem: boolean;
  readonly seats: readonly Seat[];
}

/** The actor of jobs. It holds `system` and nothing else. */
export const SYSTEM_ACTOR: Actor = { id: 'system', personId: null, isSystem: true, seats: [] };

/** True when one of the permissions is held on the unit with this path, or above it. */
export function actorMay(actor: Actor, permissions: readonly string[], unitPath: string): boolean {
  if (actor.isSystem) return permissions.includes('system');
  return actor.seats.some(
    (seat) =>
      unitPath.startsWith(seat.unitPath) && ROLE_PERMISSIONS[seat.role].some((held) => permissions.includes(held)),
  );
}

/** True when the permission is held anywhere: for routes, before a row is known. */
export function actorHolds(actor: Actor, permission: Permission): boolean {
  return actor.isSystem || actor.seats.some((seat) => ROLE_PERMISSIONS[seat.role].includes(permission));
}

/** True when one of the seats is on the unit with this path, or above it. */
export function actorCovers(actor: Actor, unitPath: string): boolean {
  return actor.isSystem || actor.seats.some((seat) => unitPath.startsWith(seat.unitPath));
}

/**
 * True when the actor may know of the unit itself, and of what it announces to those below: it lies below one of the
 * seats, or above it. What the unit keeps to itself takes `actorCovers`.
 */
export function actorSees(actor: Actor, unitPath: string): boolean {
  return (
    actor.isSystem ||
    actor.seats.some((seat) => unitPath.startsWith(seat.unitPath) || seat.unitPath.startsWith(unitPath))
  );
}
