import { ROLE_PERMISSIONS } from '../platform/auth/permission';
import { scopeOf, type Scope } from '../platform/auth/scope';
import type { Actor } from '../platform/auth/actor';

/** What an actor may read tallies of: only the seats that may read them count, not whatever else the actor holds. */
export function tallyScopeOf(actor: Actor): Scope {
  const seats = actor.seats.filter(({ role }) => ROLE_PERMISSIONS[role].includes('tally.read'));
  return scopeOf({ ...actor, seats });
}
