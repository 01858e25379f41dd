import type { SqlValue } from '../persistence/unit-of-work.port';
import type { Actor } from './actor';
import { ROLE_PERMISSIONS, type Permission } from './permission';

/**
 * What an actor may see. Every query takes one: a read without a scope does not compile.
 * `everything` is for the system's own work and never for a request.
 */
export interface Scope {
  readonly everything: boolean;
  readonly unitPaths: readonly string[];
  readonly councilIds: readonly string[];
  readonly personId: string | null;
}

/** A piece of a WHERE clause with its values. */
export interface SqlCondition {
  readonly sql: string;
  readonly params: readonly SqlValue[];
}

export const SYSTEM_SCOPE: Scope = { everything: true, unitPaths: [], councilIds: [], personId: null };

/**
 * The scope of an actor's seats; with permissions, of those seats alone that hold one of them: who may read people in one
 * place and vote in another reads people in the first only.
 */
export function scopeOf(actor: Actor, permissions?: readonly Permission[]): Scope {
  if (actor.isSystem) return SYSTEM_SCOPE;
  const seats = permissions
    ? actor.seats.filter(({ role }) => ROLE_PERMISSIONS[role].some((held) => permissions.includes(held)))
    : actor.seats;
  return {
    everything: false,
    unitPaths: [...new Set(seats.map((seat) => seat.unitPath))],
    councilIds: [...new Set(seats.flatMap((seat) => seat.councilId ?? []))],
    personId: actor.personId,
  };
}

/** Rows of the actor's units and of everything below them. A range, not LIKE, so that an index serves it on both databases. */
export function coveredBy(scope: Scope, column: string): SqlCondition {
  if (scope.everything) return { sql: '1 = 1', params: [] };
  if (scope.unitPaths.length === 0) return { sql: '1 = 0', params: [] };
  return {
    sql: `(${scope.unitPaths.map(() => `(${column} >= ? AND ${column} < ?)`).join(' OR ')})`,
    params: scope.unitPaths.flatMap((path) => [path, afterSubtree(path)]),
  };
}

/** As `coveredBy`, and the units above as well: what a higher level issued concerns the units below it. */
export function visibleFrom(scope: Scope, column: string): SqlCondition {
  const below = coveredBy(scope, column);
  const above = [...new Set(scope.unitPaths.flatMap(pathsAbove))];
  if (scope.everything || above.length === 0) return below;
  return {
    sql: `(${below.sql} OR ${column} IN (${above.map(() => '?').join(', ')}))`,
    params: [...below.params, ...above],
  };
}

/** The first text after every path below this one: '0' follows '/' in code-point order. */
function afterSubtree(path: string): string {
  return `${path.slice(0, -1)}0`;
}

function pathsAbove(path: string): string[] {
  const steps = path.split('/').filter((step) => step.length > 0);
  return steps.slice(0, -1).map((_, index) => `/${steps.slice(0, index + 1).join('/')}/`);
}
