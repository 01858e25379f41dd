import { Injectable } from '@nestjs/common';
import type { MeasureRule, MeasureStatus } from '../../../workflows/indicator';
import type { Decimal } from '../../../workflows/kernel';
import { CampaignDirectory } from '../../campaigns';
import { coveredBy, type Scope } from '../../platform/auth/scope';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { allOf, equals } from '../../platform/http/pages/conditions';
import { keysetPage, pageOf, type Keyset, type Page } from '../../platform/http/pages/keyset-page';
import { ReadDatabase } from '../../platform/persistence';
import { statusOf } from '../achievement';
import type { UnitResultsQuery } from '../dto/results.request';
import type { PlanResultResponse, UnitResultResponse } from '../dto/results.response';
import { resultAgainst } from '../progress/judge-report';
import { ResultsQueries } from './results.queries';
import { countedValues } from './results.sql';

const BY_NAME: Keyset = {
  name: 'unitResults.name',
  sortColumn: 'v.name_folded',
  idColumn: 'v.unit_id',
  direction: 'asc',
};

interface UnitRow {
  readonly unitId: string;
  readonly nameFolded: string;
  readonly pledgeId: string | null;
  readonly pledged: Decimal | null;
  readonly verified: Decimal | null;
  readonly basis: 'percentOfPlan' | null;
  readonly planName: string | null;
  readonly status: MeasureStatus;
  readonly percent: string | null;
  readonly asOf: string | null;
  /** The plan that it was reported under; null where nothing was. */
  readonly planRevision: number | null;
}

/** The rule of the measure in each revision of the plan that a share was reported under, and in the present one. */
interface RulesOfMeasure {
  readonly present: number;
  readonly byRevision: ReadonlyMap<number, MeasureRule>;
}

/** Reads unit by unit how a measure of a campaign stands: who is over and who is under. */
@Injectable()
export class UnitResultsQueries {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly campaigns: CampaignDirectory,
    private readonly results: ResultsQueries,
  ) {}

  /** A page of the units that the scope covers, by name. Throws NotFoundError for an unknown campaign or measure. */
  async list(scope: Scope, campaignId: string, query: UnitResultsQuery): Promise<Page<UnitResultResponse>> {
    const revision = await this.results.revisionSeen(scope, campaignId);
    const measures = await this.campaigns.measuresOf(this.reads, campaignId, revision);
    const measure = measures.find(({ code }) => code === query.measureCode);
    if (!measure) throw new NotFoundError('measure', query.measureCode);
    const { where, orderBy, limit } = keysetPage(BY_NAME, query);
    const ofMeasure = { sql: 'm.code = ?', params: [measure.code] };
    const counted = countedValues(campaignId, coveredBy(scope, 'u.path'), ofMeasure);
    const condition = allOf([where, ...equals('v.status', query.status)]);
    const rows = await this.reads.rows<UnitRow>(
      `WITH ${counted.sql}
       SELECT v.unit_id AS "unitId", v.name_folded AS "nameFolded", v.pledge_id AS "pledgeId", g.value AS "pledged",
         v.verified, v.basis, v.plan_name AS "planName", v.status, v.percent, v.as_of AS "asOf",
         v.plan_revision AS "planRevision"
       FROM counted v LEFT JOIN pledge_values g
         ON g.pledge_id = v.pledge_id AND g.values_revision = v.values_revision AND g.measure_code = v.measure_code
       WHERE ${condition.sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      [...counted.params, ...condition.params],
    );
    const byRevision = new Map([[revision, measure.rule]]);
    for (const { basis, planRevision } of rows) {
      if (basis === null || planRevision === null || byRevision.has(planRevision)) continue;
      const then = await this.campaigns.measuresOf(this.reads, campaignId, planRevision);
      byRevision.set(planRevision, then.find(({ code }) => code === measure.code)?.rule ?? measure.rule);
    }
    return pageOf(BY_NAME, query, rows, {
      key: ({ nameFolded, unitId }) => ({ value: nameFolded, id: unitId }),
      item: (row) => unitResult(measure.rule, { present: revision, byRevision }, row),
    });
  }
}

function unitResult(
  rule: MeasureRule,
  { present, byRevision }: RulesOfMeasure,
  { nameFolded: _, planRevision, ...row }: UnitRow,
): UnitResultResponse {
  const { verified, pledged, basis, planName } = row;
  if (verified === null) return { ...row, againstPledge: 'notReported', plans: [] };
  const value = { verified, basis, planName };
  return {
    ...row,
    againstPledge: statusOf(rule, pledged ?? undefined, value, byRevision.get(planRevision ?? present)),
    // A share of an earlier plan says nothing of those that there are now.
    plans: basis !== null && planRevision !== present ? [] : againstPlans(rule, value),
  };
}

/** A value beside every plan of its measure; a share of one plan says nothing of the others. */
function againstPlans(
  rule: MeasureRule,
  value: { readonly verified: Decimal; readonly basis: 'percentOfPlan' | null; readonly planName: string | null },
): readonly PlanResultResponse[] {
  const known = rule.plans.filter(
    ({ name }) => value.basis === null || value.planName === null || name === value.planName,
  );
  return known.map(({ name }) => {
    const { status, percentOfPlan } = resultAgainst(rule, { ...value, reported: value.verified }, name);
    return { planName: name, status, percentOfPlan };
  });
}
