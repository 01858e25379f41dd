import type { Refusal } from '../../../workflows/kernel';
import type { PledgeContext } from '../../../workflows/pledge';
import type { Tx } from '../../platform/persistence';
import type { WorkflowChange } from '../../platform/runner/feature-workflow';
import { evidenceOf, type ClaimedValue, type EvidenceRef, type PledgeInputOf } from '../pledge-input';
import { measureRefusals, PLEDGE_REFUSALS } from '../pledges.errors';
import { claimFaults, judged, type JudgingPlan, type ProgressClaim } from './judge-report';
import { insertReport, readClaims, verifyReport } from './progress.repository';

/** Writes a report with the core's judgement of every value, or says which values cannot be judged. */
export async function reportProgress(tx: Tx, change: WorkflowChange, plan: JudgingPlan): Promise<readonly Refusal[]> {
  const { campaignId } = change.decision.snapshot.context as PledgeContext;
  const { id, period, asOf, values } = change.command.input as PledgeInputOf<'pledge.report'>;
  const claims = (values as readonly ClaimedValue[]).map(({ measureId, planName, value, basis }): ProgressClaim => ({
    measureCode: measureId,
    planName,
    reported: value,
    verified: null,
    basis,
  }));
  const rules = await plan.rules();
  const evidence = evidenceOf(change.command.input);
  const faults = [...claimFaults(rules, claims), ...strayEvidence(evidence, claims)];
  if (faults.length > 0) return faults;
  const { planRevision } = plan;
  const { at } = change.command;
  const report = { id, pledgeId: change.instanceId, campaignId, planRevision, period, asOf, at, evidence };
  await insertReport(
    tx,
    report,
    claims.map((claim) => judged(rules, claim)),
  );
  return [];
}

function strayEvidence(evidence: readonly EvidenceRef[], claims: readonly ProgressClaim[]): readonly Refusal[] {
  const reported = new Set(claims.map(({ measureCode }) => measureCode));
  const named = evidence.flatMap(({ measureCode }) => measureCode ?? []);
  return measureRefusals(
    PLEDGE_REFUSALS.evidenceAstray,
    named.filter((code) => !reported.has(code)),
  );
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
