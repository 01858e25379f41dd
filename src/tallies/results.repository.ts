// A projection over plans, pledges and reports of other features: it reads their tables and nothing else of them.
import type { SqlCondition } from '../platform/auth/scope';
import type { RowReader } from '../platform/persistence';
import type { ResultCount, ResultSource } from './results';

/** Pledges that count: registered, on their way, or concluded. Their reports are the unit's word. */
const COUNTING = "('registered', 'reporting', 'concluded')";

/** The value of a measure that counts for a unit: the verified one of the report that goes up to the latest day. */
const VERIFIED = `SELECT p.unit_id, v.measure_code, v.status, r.as_of, r.created_at, r.id AS report_id
  FROM pledges p JOIN progress_reports r ON r.pledge_id = p.id JOIN progress_values v ON v.report_id = r.id
  WHERE p.campaign_id = ? AND p.person_id IS NULL AND p.state IN ${COUNTING} AND v.verified IS NOT NULL`;

const OF_INDICATOR = `CASE
  WHEN SUM(CASE WHEN status = 'missed' THEN 1 ELSE 0 END) > 0 THEN 'missed'
  WHEN SUM(CASE WHEN status = 'notReported' THEN 1 ELSE 0 END) > 0 THEN 'notReported'
  WHEN SUM(CASE WHEN status = 'exceeded' THEN 0 ELSE 1 END) = 0 THEN 'exceeded'
  ELSE 'reached' END`;

/** Counts the results of the present plan of a campaign over these units, set-based: what `foldResults` gives. */
export function countResults(
  rows: RowReader,
  campaignId: string,
  units: SqlCondition,
): Promise<readonly ResultCount[]> {
  return rows.rows<ResultCount>(
    `WITH verified AS (${VERIFIED}),
       ranked AS (SELECT unit_id, measure_code, status, ROW_NUMBER() OVER
         (PARTITION BY unit_id, measure_code ORDER BY as_of DESC, created_at DESC, report_id DESC) AS place FROM verified),
       measured AS (SELECT u.unit_id, m.indicator_code, m.code, COALESCE(l.status, 'notReported') AS status
         FROM campaigns c
         JOIN campaign_units u ON u.campaign_id = c.id AND u.plan_revision = c.plan_revision
         JOIN campaign_measures m ON m.campaign_id = c.id AND m.plan_revision = c.plan_revision
         LEFT JOIN ranked l ON l.unit_id = u.unit_id AND l.measure_code = m.code AND l.place = 1
         WHERE c.id = ? AND ${units.sql}),
       indicated AS (SELECT unit_id, indicator_code, ${OF_INDICATOR} AS status FROM measured GROUP BY unit_id, indicator_code)
     SELECT 'measure' AS "kind", code AS "key", status, COUNT(*) AS "count" FROM measured GROUP BY code, status
     UNION ALL SELECT 'indicator', indicator_code, status, COUNT(*) FROM indicated GROUP BY indicator_code, status
     UNION ALL SELECT 'unit', unit_id, status, COUNT(*) FROM indicated GROUP BY unit_id, status`,
    [campaignId, campaignId, ...units.params],
  );
}

/** Units of `campaign_units u` that the condition over paths of units covers. */
export function unitsWhere(path: SqlCondition): SqlCondition {
  return { sql: `u.unit_id IN (SELECT id FROM units WHERE ${path.sql})`, params: path.params };
}

/** The same rows one by one, for the fold: results are checked with it, never made with it. */
export async function resultsForFold(rows: RowReader, campaignId: string): Promise<ResultSource> {
  const ofPlan = (columns: string, table: string): string =>
    `SELECT ${columns} FROM campaigns c JOIN ${table} x ON x.campaign_id = c.id AND x.plan_revision = c.plan_revision
     WHERE c.id = ?`;
  const units = await rows.rows<{ id: string }>(ofPlan('x.unit_id AS "id"', 'campaign_units'), [campaignId]);
  const measures = await rows.rows<ResultSource['measures'][number]>(
    ofPlan('x.code, x.indicator_code AS "indicatorCode"', 'campaign_measures'),
    [campaignId],
  );
  const values = await rows.rows<ResultSource['values'][number]>(
    `SELECT unit_id AS "unitId", measure_code AS "measureCode", status FROM (${VERIFIED}) verified
     ORDER BY as_of, created_at, report_id`,
    [campaignId],
  );
  return { unitIds: units.map(({ id }) => id), measures, values };
}
