import { campaignsSeenBy } from '../campaigns';
import { coveredBy, visibleFrom, type Scope, type SqlCondition } from '../platform/auth/scope';
import { NotFoundError } from '../platform/errors/platform.errors';
import type { RowReader } from '../platform/persistence';
import type { Coverage } from './dto/tally.response';

/**
 * How much of a campaign somebody may have numbers of: all of it with seats that cover it; of their own units with seats that
 * know of it, since they lie below it, take part in it or launch it as well. Throws NotFoundError when there is no such
 * campaign in sight.
 */
export async function coverageOf(rows: RowReader, scope: Scope, campaignId: string | null): Promise<Coverage> {
  if (campaignId === null) return scope.everything ? 'whole' : 'ownUnits';
  const covered = coveredBy(scope, 'unit_path');
  const seen = campaignsSeenBy(scope);
  const [campaign] = await rows.rows<{ isCovered: number }>(
    `SELECT CASE WHEN ${covered.sql} THEN 1 ELSE 0 END AS "isCovered" FROM campaigns WHERE id = ? AND ${seen.sql}`,
    [...covered.params, campaignId, ...seen.params],
  );
  if (!campaign) throw new NotFoundError('campaign', campaignId);
  return campaign.isCovered === 1 ? 'whole' : 'ownUnits';
}

/** The path of a unit that numbers are asked of. Throws NotFoundError when there is no such unit in sight. */
export async function unitPathOf(rows: RowReader, scope: Scope, unitId: string): Promise<string> {
  const visible: SqlCondition = visibleFrom(scope, 'path');
  const [unit] = await rows.rows<{ path: string }>(`SELECT path FROM units WHERE id = ? AND ${visible.sql}`, [
    unitId,
    ...visible.params,
  ]);
  if (!unit) throw new NotFoundError('unit', unitId);
  return unit.path;
}
