import type { RowReader } from '../platform/persistence';

/**
 * Joins the units `x` that take part in campaigns `c` by their present plan. Some plans name no units but classes of them,
 * "14 wards": `asked` keeps such a campaign, with no unit, and `owing` leaves it out.
 */
export function joinPartakers(which: 'asked' | 'owing'): string {
  const join = which === 'asked' ? 'LEFT JOIN' : 'JOIN';
  return `${join} campaign_units x ON x.campaign_id = c.id AND x.plan_revision = c.plan_revision`;
}

/** The units that the present plan of a campaign names. */
export async function partakersOf(rows: RowReader, campaignId: string): Promise<readonly string[]> {
  const found = await rows.rows<{ id: string }>(
    `SELECT x.unit_id AS "id" FROM campaigns c ${joinPartakers('owing')} WHERE c.id = ? ORDER BY x.unit_id`,
    [campaignId],
  );
  return found.map(({ id }) => id);
}
