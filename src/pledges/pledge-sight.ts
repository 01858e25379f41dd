import { coveredBy, type Scope, type SqlCondition } from '../platform/auth/scope';

/**
 * The pledges, under the alias `p`, that a scope covers: those of its units and of the units below, and the agreements
 * that one of these signs, and what somebody pledged in person. A pledge says what a unit takes upon itself, which does not concern the units beneath it.
 */
export function pledgesSeenBy(scope: Scope): SqlCondition {
  const own = coveredBy(scope, 'p.unit_path');
  const member = coveredBy(scope, 'signer.path');
  const ofUnits = {
    sql: `(${own.sql} OR EXISTS (SELECT 1 FROM pledge_members m JOIN units signer ON signer.id = m.unit_id
      WHERE m.pledge_id = p.id AND ${member.sql}))`,
    params: [...own.params, ...member.params],
  };
  if (scope.personId === null) return ofUnits;
  // Under whichever row of the person: a pledge keeps the one that it was written for.
  const ofPerson = 'p.person_id IN (SELECT own.id FROM people own WHERE own.id = ? OR own.merged_into_id = ?)';
  return {
    sql: `(${ofUnits.sql} OR ${ofPerson})`,
    params: [...ofUnits.params, scope.personId, scope.personId],
  };
}
