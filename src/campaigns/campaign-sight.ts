import type { CampaignContext } from '../../workflows/campaign';
import { actorSees, type Actor } from '../platform/auth/actor';
import { coveredBy, visibleFrom, type Scope, type SqlCondition } from '../platform/auth/scope';
import type { WorkflowRow } from '../platform/runner/workflow-row';

/** The campaigns that a scope may know of: those of its units and of the units below and, once launched, above. */
export function campaignsSeenBy(scope: Scope): SqlCondition {
  const around = visibleFrom(scope, 'unit_path');
  const told = ownOrLaunched(scope);
  return { sql: `(${around.sql} AND ${told.sql})`, params: [...around.params, ...told.params] };
}

/**
 * Campaigns whose plan is no secret from a scope, wherever they are. Until it is launched, which pins the release of the
 * rules, a plan is the affair of those who prepare and approve it. `prefix` goes before the columns: `c.`.
 */
export function ownOrLaunched(scope: Scope, prefix = ''): SqlCondition {
  const own = coveredBy(scope, `${prefix}unit_path`);
  return { sql: `(${prefix}rulebook_release IS NOT NULL OR ${own.sql})`, params: own.params };
}

/** Whether somebody whose seats do not cover a campaign may know of it. */
export function isAnnouncedTo(actor: Actor, { snapshot, unitPath }: WorkflowRow): boolean {
  return (snapshot.context as CampaignContext).rulebookRelease !== null && actorSees(actor, unitPath);
}
