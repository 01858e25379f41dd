import { actorCovers, actorSees, type Actor } from '../platform/auth/actor';
import { coveredBy, visibleFrom, type Scope, type SqlCondition } from '../platform/auth/scope';
import { placeholders, type RowReader } from '../platform/persistence';
import type { CampaignStanding } from './campaign-directory';

/**
 * The campaigns that a scope may know of, out of the table `campaigns`: those that its units and the units below launch, alone
 * or with others, and, once launched, those of the units above and those whose plan names one of its units, in whatever tree
 * they lie.
 */
export function campaignsSeenBy(scope: Scope): SqlCondition {
  const around = visibleFrom(scope, 'campaigns.unit_path');
  const issued = issuedFrom(scope, 'campaigns.');
  const own = coveredBy(scope, 'n.path');
  const partaking = `EXISTS (SELECT 1 FROM campaign_units x JOIN units n ON n.id = x.unit_id
    WHERE x.campaign_id = campaigns.id AND x.plan_revision = campaigns.plan_revision AND ${own.sql})`;
  return {
    sql: `(${issued.sql} OR (campaigns.rulebook_release IS NOT NULL AND (${around.sql} OR ${partaking})))`,
    params: [...issued.params, ...around.params, ...own.params],
  };
}

/**
 * Campaigns whose plan is no secret from a scope, wherever they are. Until it is launched, which pins the release of the
 * rules, a plan is the affair of those who prepare and approve it. `prefix` goes before the columns: `c.`.
 */
export function ownOrLaunched(scope: Scope, prefix: string): SqlCondition {
  const issued = issuedFrom(scope, prefix);
  return { sql: `(${prefix}rulebook_release IS NOT NULL OR ${issued.sql})`, params: issued.params };
}

/**
 * Campaigns that the units of a scope, or units below, launch: as the first, whose campaign it is, or together with it, which
 * is to read what the first reads. `prefix` goes before the columns: `c.`.
 */
export function issuedFrom(scope: Scope, prefix: string): SqlCondition {
  const first = coveredBy(scope, `${prefix}unit_path`);
  const joint = coveredBy(scope, 'j.path');
  return {
    sql: `(${first.sql} OR EXISTS (SELECT 1 FROM campaign_issuers i JOIN units j ON j.id = i.unit_id
      WHERE i.campaign_id = ${prefix}id AND i.plan_revision = ${prefix}plan_revision AND ${joint.sql}))`,
    params: [...first.params, ...joint.params],
  };
}

/** Whether somebody may know of a campaign: it is launched and lies around a seat, or a seat covers one of its issuers. */
export async function isKnownTo(
  rows: RowReader,
  actor: Actor,
  { context, unitPath }: Pick<CampaignStanding, 'context' | 'unitPath'>,
): Promise<boolean> {
  if (actorCovers(actor, unitPath)) return true;
  if (context.rulebookRelease !== null && actorSees(actor, unitPath)) return true;
  const issuers = await rows.rows<{ path: string }>(
    `SELECT path FROM units WHERE id IN ${placeholders(context.issuerIds.length)}`,
    context.issuerIds,
  );
  return issuers.some(({ path }) => actorCovers(actor, path));
}
