import { actorMay, type Actor } from '../platform/auth/actor';
import type { Permission } from '../platform/auth/permission';
import { coveredBy, scopeOf, type SqlCondition } from '../platform/auth/scope';
import type { ImportRecord } from './imports.repository';

/** Files hold personal data: beside who tried one out, only the keepers of its unit see it. */
const KEEPERS_OF_FILES: readonly Permission[] = ['register.keep', 'system'];

/** Whether the actor may know of a file. */
export function isImportSeenBy(actor: Actor, { requestedBy, unitPath }: ImportRecord): boolean {
  return requestedBy === actor.id || actorMay(actor, KEEPERS_OF_FILES, unitPath);
}

/** The same for lists. */
export function importsSeenBy(actor: Actor): SqlCondition {
  const kept = coveredBy(scopeOf(actor, KEEPERS_OF_FILES), 'unit_path');
  return { sql: `(requested_by = ? OR ${kept.sql})`, params: [actor.id, ...kept.params] };
}
