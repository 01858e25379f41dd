import { actorMay, type Actor } from '../platform/auth/actor';
import type { Permission } from '../platform/auth/permission';
import { coveredBy, scopeOf, type SqlCondition } from '../platform/auth/scope';
import type { LongJob } from './long-job';

/** What the office of a unit holds: it sees and cancels the long work of its unit. */
export const OFFICE: readonly Permission[] = ['register.keep', 'case.keep', 'pledge.keep', 'system'];

/** Whether the actor may know of the work: who asked for it, and the office of its unit. */
export function isSeenBy(actor: Actor, { requestedBy, unitPath }: Pick<LongJob, 'requestedBy' | 'unitPath'>): boolean {
  return requestedBy === actor.id || actorMay(actor, OFFICE, unitPath);
}

/** The same for lists. */
export function seenBy(actor: Actor): SqlCondition {
  const office = coveredBy(scopeOf(actor, OFFICE), 'unit_path');
  return { sql: `(requested_by = ? OR ${office.sql})`, params: [actor.id, ...office.params] };
}
