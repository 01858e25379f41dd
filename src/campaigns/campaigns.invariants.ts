import type { CampaignContext } from '../../workflows/campaign';
import type { Snapshot } from '../../workflows/kernel';
import { pagesOf, scan, type Invariant, type Violation } from '../platform/invariants';
import { placeholders, type RowReader } from '../platform/persistence';
import { keptReleasesAreThePinnedOnes } from './releases/kept-releases';
import { runningRowsFollowTheSnapshot } from './running/running-rows';

interface PlanCounts {
  readonly id: string;
  readonly snapshot: string;
  readonly planRevision: number;
  readonly measures: number;
  readonly units: number;
  readonly issuers: number;
  readonly bareIndicators: number;
  readonly strayMeasures: number;
  readonly laterRows: number;
}

/** The plan of a campaign is there, in the revision that its state names, as large as its state says. */
const planRows: Invariant = {
  name: 'campaign-plan-rows',
  promise: 1,
  describe: {
    vi: 'Kế hoạch của mỗi phong trào có đủ tiêu chí và đơn vị như trạng thái ghi.',
    en: 'The plan of every campaign has as many measures and units as its state says.',
  },
  check: (context) =>
    scan(context, {
      page: pagesOf(context.reads, 'campaigns'),
      judge: async (ids) => (await planCounts(context.reads, ids)).flatMap(problemsOf),
    }),
};

/** What holds of the rows of campaigns. */
export const campaignsInvariants: readonly Invariant[] = [
  planRows,
  runningRowsFollowTheSnapshot,
  keptReleasesAreThePinnedOnes,
];

function problemsOf(counts: PlanCounts): readonly Violation[] {
  const { context } = JSON.parse(counts.snapshot) as Snapshot<CampaignContext>;
  const { measureCount, unitCount, issuerIds, planRevision } = context;
  const messages = [
    ...(counts.planRevision === planRevision
      ? []
      : [`shows revision ${counts.planRevision} of its plan, its state says ${planRevision}`]),
    ...(counts.measures === measureCount
      ? []
      : [`has ${counts.measures} measures in revision ${planRevision}, its state says ${measureCount}`]),
    ...(counts.units === unitCount
      ? []
      : [`has ${counts.units} units in revision ${planRevision}, its state says ${unitCount}`]),
    ...(counts.issuers === issuerIds.length
      ? []
      : [`is launched by ${counts.issuers} units in revision ${planRevision}, its state says ${issuerIds.length}`]),
    ...(counts.bareIndicators === 0 ? [] : [`has ${counts.bareIndicators} indicators without a measure`]),
    ...(counts.strayMeasures === 0 ? [] : [`has ${counts.strayMeasures} measures without an indicator`]),
    ...(counts.laterRows === 0 ? [] : [`has plan rows of a later revision than ${planRevision}`]),
  ];
  return messages.map((message) => ({ subject: `campaign ${counts.id}`, message }));
}

function planCounts(reads: RowReader, ids: readonly string[]): Promise<PlanCounts[]> {
  const rowsOf = (table: string, more = ''): string =>
    `(SELECT COUNT(*) FROM ${table} x WHERE x.campaign_id = c.id AND x.plan_revision = c.plan_revision${more})`;
  const indicatorOfMeasure = 'i.campaign_id = x.campaign_id AND i.plan_revision = x.plan_revision';
  return reads.rows<PlanCounts>(
    `SELECT c.id, c.snapshot, c.plan_revision AS "planRevision", ${rowsOf('campaign_measures')} AS "measures", ${rowsOf('campaign_units')} AS "units",
       ${rowsOf('campaign_issuers')} AS "issuers",
       ${rowsOf(
         'campaign_indicators',
         ` AND NOT EXISTS (SELECT 1 FROM campaign_measures i WHERE ${indicatorOfMeasure} AND i.indicator_code = x.code)`,
       )} AS "bareIndicators",
       ${rowsOf(
         'campaign_measures',
         ` AND NOT EXISTS (SELECT 1 FROM campaign_indicators i WHERE ${indicatorOfMeasure} AND i.code = x.indicator_code)`,
       )} AS "strayMeasures",
       (SELECT COUNT(*) FROM campaign_units x WHERE x.campaign_id = c.id AND x.plan_revision > c.plan_revision)
         + (SELECT COUNT(*) FROM campaign_measures x WHERE x.campaign_id = c.id AND x.plan_revision > c.plan_revision)
         AS "laterRows"
     FROM campaigns c WHERE c.id IN ${placeholders(ids.length)} ORDER BY c.id`,
    ids,
  );
}
