import type { Refusal } from '../../../workflows/kernel';
import type { PledgeContext } from '../../../workflows/pledge';
import type { Tx } from '../../platform/persistence';
import type { WorkflowChange } from '../../platform/runner/feature-workflow';
import type { ClaimedValue, PledgeInputOf } from '../pledge-input';
import { measureRefusals, PLEDGE_REFUSALS } from '../pledges.errors';
import { claimFaults, judged, type JudgingPlan, type ProgressClaim } from './judge-report';
import { insertReport, readClaims, verifyReport } from './progress.repository';

/** Writes a report with the core's judgement of every value, or says which values cannot be judged. */
export async function reportProgress(tx: Tx, change: WorkflowChange, plan: JudgingPlan): Promise<readonly Refusal[]> {
  const { campaignId } = change.decision.snapshot.context as PledgeContext;
  const { id, period, asOf, values } = change.command.input as PledgeInputOf<'pledge.report'>;
  const claims = (values as readonly ClaimedValue[]).map(({ measureId, planName, value }): ProgressClaim => ({
    measureCode: measureId,
    planName,
    reported: value,
    verified: null,
  }));
  const rules = await plan.rules();
  const faults = claimFaults(rules, claims);
  if (faults.length > 0) return faults;
  const { planRevision } = plan;
  const report = { id, pledgeId: change.instanceId, campaignId, planRevision, period, asOf, at: change.command.at };
  await insertReport(
    tx,
    report,
    claims.map((claim) => judged(rules, claim)),
  );
  return [];
}

/** Writes the office's word on a report: what it does not name stands as reported. */
export async function verifyProgress(tx: Tx, change: WorkflowChange, plan: JudgingPlan): Promise<readonly Refusal[]> {
  const { id, values } = change.command.input as PledgeInputOf<'pledge.verify'>;
  const reported = await readClaims(tx, id);
  const found = new Map(values.map(({ measureId, value }) => [measureId, value]));
  const codes = new Set(reported.map(({ measureCode }) => measureCode));
  const claims = reported.map((claim) => ({ ...claim, verified: found.get(claim.measureCode) ?? claim.reported }));
  const rules = await plan.rules();
  const faults = [
    ...measureRefusals(
      PLEDGE_REFUSALS.notInReport,
      [...found.keys()].filter((code) => !codes.has(code)),
    ),
    ...claimFaults(rules, claims),
  ];
  if (faults.length > 0) return faults;
  await verifyReport(
    tx,
    id,
    claims.map((claim) => judged(rules, claim)),
  );
  return [];
}
