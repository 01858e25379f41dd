import { coveredBy, visibleFrom, type Scope, type SqlCondition } from '../platform/auth/scope';
import { NotFoundError } from '../platform/errors/platform.errors';
import type { RowReader } from '../platform/persistence';
import type { Coverage } from './dto/tally.response';

/**
 * How much of a campaign somebody may have numbers of: all of it with seats that cover it, their own units' with seats below
 * it, once it is launched. Throws NotFoundError when there is no such campaign in sight.
 */
export async function coverageOf(rows: RowReader, scope: Scope, campaignId: string | null): Promise<Coverage> {
  if (campaignId === null) return scope.everything ? 'whole' : 'ownUnits';
  const covered = coveredBy(scope, 'unit_path');
  const visible = visibleFrom(scope, 'unit_path');
  const [campaign] = await rows.rows<{ isCovered: number; isLaunched: number }>(
    `SELECT CASE WHEN ${covered.sql} THEN 1 ELSE 0 END AS "isCovered",
       CASE WHEN rulebook_release IS NULL THEN 0 ELSE 1 END AS "isLaunched"
     FROM campaigns WHERE id = ? AND ${visible.sql}`,
    [...covered.params, campaignId, ...visible.params],
  );
  // Until it is launched, a plan is the affair of those who prepare and approve it.
  if (!campaign || (campaign.isCovered === 0 && campaign.isLaunched === 0)) {
    throw new NotFoundError('campaign', campaignId);
  }
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
