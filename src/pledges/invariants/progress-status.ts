import { CampaignDirectory } from '../../campaigns';
import type { Invariant, InvariantContext, Violation } from '../../platform/invariants/invariant';
import { scan } from '../../platform/invariants/scan';
import { pagesOf } from '../../platform/invariants/stored-instances';
import { placeholders } from '../../platform/persistence';
import { judged, type JudgedClaim, type MeasureRules } from '../progress/judge-report';

interface StoredClaim extends JudgedClaim {
  readonly reportId: string;
  readonly campaignId: string;
  readonly planRevision: number;
}

/** What was stored of a value is what the core says of it today. */
export const progressStatusesAreTheCores: Invariant = {
  name: 'progress-status',
  promise: 7,
  describe: {
    vi: 'Kết quả vượt, đạt, không đạt của từng tiêu chí đúng như quy tắc tính lại từ số liệu.',
    en: 'Exceeded, reached and missed are what the rules make of the reported values.',
  },
  check: (context) =>
    scan(context, { page: pagesOf(context.reads, 'progress_reports'), judge: (ids) => misjudged(context, ids) }),
};

async function misjudged({ reads }: InvariantContext, ids: readonly string[]): Promise<readonly Violation[]> {
  const claims = await reads.rows<StoredClaim>(
    `SELECT r.id AS "reportId", r.campaign_id AS "campaignId", r.plan_revision AS "planRevision",
       v.measure_code AS "measureCode", v.plan_name AS "planName", v.reported, v.verified, v.basis, v.status, v.percent
     FROM progress_reports r JOIN progress_values v ON v.report_id = r.id
     WHERE r.id IN ${placeholders(ids.length)} ORDER BY r.id, v.measure_code`,
    ids,
  );
  const plans = new Map<string, MeasureRules>();
  const found: Violation[] = [];
  for (const claim of claims) {
    const { campaignId, planRevision, reportId, measureCode } = claim;
    const plan = `${campaignId} ${planRevision}`;
    const rules = plans.get(plan) ?? (await rulesOf(reads, campaignId, planRevision));
    plans.set(plan, rules);
    const fault = faultOf(rules, claim);
    if (fault !== undefined) found.push({ subject: `report ${reportId}`, message: `measure ${measureCode} ${fault}` });
  }
  return found;
}

async function rulesOf(
  reads: InvariantContext['reads'],
  campaignId: string,
  planRevision: number,
): Promise<MeasureRules> {
  const measures = await new CampaignDirectory().measuresOf(reads, campaignId, planRevision);
  return new Map(measures.map(({ code, rule }) => [code, rule]));
}

function faultOf(rules: MeasureRules, claim: StoredClaim): string | undefined {
  try {
    const { status, percent } = judged(rules, claim);
    if (status !== claim.status) return `is stored as ${claim.status}, the rules say ${status}`;
    return percent === claim.percent ? undefined : `is stored with ${claim.percent}%, the rules say ${percent}%`;
  } catch (error) {
    if (error instanceof RangeError) return `cannot be judged: ${error.message}`;
    throw error;
  }
}
