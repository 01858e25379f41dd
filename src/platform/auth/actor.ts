import { COUNCIL_PERMISSIONS, ROLE_PERMISSIONS, type Permission, type Role } from './permission';

/** A seat somebody holds today: a role on a unit and everything below it, or in a council. */
export interface Seat {
  readonly role: Role;
  readonly unitId: string;
  /** Materialised path of the unit, `/<id>/<id>/`. */
  readonly unitPath: string;
  /** Set for seats in a council. */
  readonly councilId: string | null;
  /**
   * Absent for a seat that is held there. What a seat reaches besides its unit: `inherited`, a unit that was merged into
   * its unit and is carried on from there; `reads`, one that its unit manages together with another, to read and no more.
   */
  readonly basis?: 'inherited' | 'reads';
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

/**
 * True when one of the permissions is held on the unit with this path, or above it. What councils do is done by their own
 * seats: a seat votes and presides in the council that it names and in no other, whatever unit it is on; one that names none
 * does so nowhere, or else the chair of one council could call off the sittings of all others of the unit.
 */
export function actorMay(
  actor: Actor,
  permissions: readonly string[],
  unitPath: string,
  councilId: string | null = null,
): boolean {
  if (actor.isSystem) return permissions.includes('system');
  return actor.seats.some(
    (seat) =>
      seat.basis !== 'reads' &&
      ROLE_PERMISSIONS[seat.role].some((held) => {
        if (!permissions.includes(held)) return false;
        if (!COUNCIL_PERMISSIONS.includes(held)) return unitPath.startsWith(seat.unitPath);
        return seat.councilId !== null && seat.councilId === councilId;
      }),
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
