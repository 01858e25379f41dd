import { coveredBy, type Scope, type SqlCondition } from '../platform/auth/scope';

/**
 * The clusters that a scope may read: those run by its units and the units below, those in which one of these is or was a
 * member, and those whose conference one sits in. `prefix` goes before the columns: `c.`.
 */
export function clustersSeenBy(scope: Scope, prefix = ''): SqlCondition {
  const [own, ofMembers] = [coveredBy(scope, `${prefix}unit_path`), coveredBy(scope, 'mu.path')];
  const seated =
    scope.councilIds.length === 0 ? '1 = 0' : `${prefix}id IN (${scope.councilIds.map(() => '?').join(', ')})`;
  return {
    sql: `(${own.sql} OR ${seated} OR EXISTS (SELECT 1 FROM cluster_members mm JOIN units mu ON mu.id = mm.unit_id
      WHERE mm.cluster_id = ${prefix}id AND ${ofMembers.sql}))`,
    params: [...own.params, ...scope.councilIds, ...ofMembers.params],
  };
}
