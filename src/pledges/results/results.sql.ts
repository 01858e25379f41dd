import type { SqlCondition } from '../../platform/auth/scope';

/** Pledges that count: registered, on their way, or concluded. */
const COUNTING = "('registered', 'reporting', 'concluded')";

/**
 * The value of each measure that counts for each unit of a campaign's present plan, as `counted`: the verified one of the
 * report of the unit's own pledge that goes up to the latest day. One row for each unit and measure, of units under
 * `units`, a condition over `u`. What persons pledged is their own and no result of their unit.
 */
export function countedValues(campaignId: string, units: SqlCondition, measures: SqlCondition): SqlCondition {
  return {
    sql: `verified AS (
        SELECT p.id AS pledge_id, p.unit_id, p.values_revision, v.measure_code, v.verified, v.basis, v.plan_name, v.status,
          v.percent, r.as_of, r.plan_revision,
          ROW_NUMBER() OVER (PARTITION BY p.unit_id, v.measure_code ORDER BY r.as_of DESC, r.created_at DESC, r.id DESC)
            AS place
        FROM pledges p JOIN progress_reports r ON r.pledge_id = p.id JOIN progress_values v ON v.report_id = r.id
        WHERE p.campaign_id = ? AND p.person_id IS NULL AND p.state IN ${COUNTING} AND v.verified IS NOT NULL),
      counted AS (
        SELECT u.id AS unit_id, u.path, u.name_folded, m.code AS measure_code, l.pledge_id, l.values_revision, l.verified,
          l.basis, l.plan_name, COALESCE(l.status, 'notReported') AS status, l.percent, l.as_of, l.plan_revision
        FROM campaigns c
        JOIN campaign_units x ON x.campaign_id = c.id AND x.plan_revision = c.plan_revision
        JOIN units u ON u.id = x.unit_id
        JOIN campaign_measures m ON m.campaign_id = c.id AND m.plan_revision = c.plan_revision
        LEFT JOIN verified l ON l.unit_id = u.id AND l.measure_code = m.code AND l.place = 1
        WHERE c.id = ? AND ${units.sql} AND ${measures.sql})`,
    params: [campaignId, campaignId, ...units.params, ...measures.params],
  };
}
