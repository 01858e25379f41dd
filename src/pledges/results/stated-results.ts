import type { PlanOfCampaign } from '../../campaigns';
import type { SqlCondition } from '../../platform/auth/scope';
import { inChunks, placeholders, type RowReader } from '../../platform/persistence';
import type { StandingResponse } from '../dto/results.response';
import { resultsOf, type ContributionRow, type StatusCount } from './campaign-results';
import { countedValues } from './results.sql';

/** A row about the units that one unit states results of: itself and those below it. */
type Stated<Row> = Row & { readonly statingId: string };

const MOST_AT_ONCE = 100;

/** Units that state something, over the units `v` of which it is: a range, as every look at a part of the tree. */
const OWN_UNITS = `units s ON v.path >= s.path AND v.path < SUBSTR(s.path, 1, LENGTH(s.path) - 1) || '0'`;

/**
 * How many indicators of a plan are reached by the rows of each of these units with those below it, by unit: what a unit that
 * takes part can state. Of the units under `units`, a condition over `u`.
 */
export async function standingsOf(
  rows: RowReader,
  {
    campaignId,
    plan,
    units,
  }: { readonly campaignId: string; readonly plan: PlanOfCampaign; readonly units: SqlCondition },
  unitIds: readonly string[],
): Promise<ReadonlyMap<string, StandingResponse>> {
  const summed = plan.measures.filter(({ rule }) => rule.over === 'sum').map(({ code }) => code);
  const standings = new Map<string, StandingResponse>();
  for (const some of inChunks([...new Set(unitIds)], MOST_AT_ONCE)) {
    const read = await readStated(rows, countedValues(campaignId, units, { sql: '1 = 1', params: [] }), some, summed);
    for (const id of some) {
      const own = <Row extends object>(found: readonly Stated<Row>[]): readonly Row[] =>
        found.filter(({ statingId }) => statingId === id);
      const [unitCount = { count: 0 }] = own(read.unitCounts);
      const parts = { counts: own(read.counts), contributions: own(read.contributions) };
      standings.set(id, resultsOf(plan, { unitCount: unitCount.count, ...parts }).standing);
    }
  }
  return standings;
}

interface ReadStated {
  readonly unitCounts: readonly Stated<{ readonly count: number }>[];
  readonly counts: readonly Stated<StatusCount>[];
  readonly contributions: readonly Stated<ContributionRow>[];
}

async function readStated(
  rows: RowReader,
  counted: SqlCondition,
  unitIds: readonly string[],
  summed: readonly string[],
): Promise<ReadStated> {
  const from = `FROM counted v JOIN ${OWN_UNITS} WHERE s.id IN ${placeholders(unitIds.length)}`;
  const params = [...counted.params, ...unitIds];
  const unitCounts = await rows.rows<ReadStated['unitCounts'][number]>(
    `WITH ${counted.sql} SELECT s.id AS "statingId", COUNT(DISTINCT v.unit_id) AS "count" ${from} GROUP BY s.id`,
    params,
  );
  const counts = await rows.rows<ReadStated['counts'][number]>(
    `WITH ${counted.sql} SELECT s.id AS "statingId", v.measure_code AS "measureCode", v.status, COUNT(*) AS "count"
     ${from} GROUP BY s.id, v.measure_code, v.status`,
    params,
  );
  if (summed.length === 0) return { unitCounts, counts, contributions: [] };
  const contributions = await rows.rows<ReadStated['contributions'][number]>(
    `WITH ${counted.sql} SELECT s.id AS "statingId", v.measure_code AS "measureCode", v.verified AS "value", v.basis,
       v.plan_name AS "planName"
     ${from} AND v.verified IS NOT NULL AND v.measure_code IN ${placeholders(summed.length)}
     ORDER BY s.id, v.measure_code, v.unit_id`,
    [...params, ...summed],
  );
  return { unitCounts, counts, contributions };
}
