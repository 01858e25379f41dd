import { canonicalJson, type Decimal, type Instant, type LocalDate } from '../../../workflows/kernel';
import { insertRows, type RowReader, type Tx } from '../../platform/persistence';
import type { JudgedClaim, ProgressClaim } from './judge-report';

/** A report as it is first written. */
export interface NewReport {
  readonly id: string;
  readonly pledgeId: string;
  readonly campaignId: string;
  readonly planRevision: number;
  readonly period: string;
  readonly asOf: LocalDate;
  readonly at: Instant;
  /** With the commitments of their titles. */
  readonly evidence: readonly object[];
}

/** Writes a report with its judged values. */
export async function insertReport(tx: Tx, report: NewReport, values: readonly JudgedClaim[]): Promise<void> {
  await insertRows(tx, 'progress_reports', [
    {
      id: report.id,
      pledge_id: report.pledgeId,
      campaign_id: report.campaignId,
      plan_revision: report.planRevision,
      period: report.period,
      as_of: report.asOf,
      status: 'reported',
      created_at: report.at,
      evidence: report.evidence.length === 0 ? null : canonicalJson(report.evidence),
    },
  ]);
  await insertValues(tx, report.id, values);
}

/** Writes the values of a report anew and marks it as verified. How they were before is in the events. */
export async function verifyReport(tx: Tx, reportId: string, values: readonly JudgedClaim[]): Promise<void> {
  await tx.change("UPDATE progress_reports SET status = 'verified' WHERE id = ?", [reportId]);
  await tx.change('DELETE FROM progress_values WHERE report_id = ?', [reportId]);
  await insertValues(tx, reportId, values);
}

/** The values of a report as they stand. */
export function readClaims(rows: RowReader, reportId: string): Promise<ProgressClaim[]> {
  return rows.rows<ProgressClaim>(
    `SELECT measure_code AS "measureCode", plan_name AS "planName", reported, verified, basis
     FROM progress_values WHERE report_id = ? ORDER BY measure_code`,
    [reportId],
  );
}

/** The plan that a report of this pledge is judged by; undefined when the pledge has no such report. */
export async function planRevisionOfReport(
  rows: RowReader,
  pledgeId: string,
  reportId: string,
): Promise<number | undefined> {
  const [report] = await rows.rows<{ planRevision: number }>(
    'SELECT plan_revision AS "planRevision" FROM progress_reports WHERE id = ? AND pledge_id = ?',
    [reportId, pledgeId],
  );
  return report?.planRevision;
}

/** A value that the office stands by, and the plan that it is a share of where only the per cent is known. */
export interface VerifiedValue {
  readonly verified: Decimal;
  readonly basis: 'percentOfPlan' | null;
  readonly planName: string | null;
  /** The plan that it was reported under: what a share is a share of. */
  readonly planRevision: number;
}

/** The last verified value of each measure: of the report that counts up to the latest day. */
export async function lastVerified(rows: RowReader, pledgeId: string): Promise<ReadonlyMap<string, VerifiedValue>> {
  const values = await rows.rows<VerifiedValue & { measureCode: string }>(
    `SELECT v.measure_code AS "measureCode", v.verified, v.basis, v.plan_name AS "planName",
       r.plan_revision AS "planRevision"
     FROM progress_values v JOIN progress_reports r ON r.id = v.report_id
     WHERE r.pledge_id = ? AND v.verified IS NOT NULL ORDER BY r.as_of, r.created_at, r.id`,
    [pledgeId],
  );
  return new Map(values.map(({ measureCode, ...value }) => [measureCode, value]));
}

async function insertValues(tx: Tx, reportId: string, values: readonly JudgedClaim[]): Promise<void> {
  await insertRows(
    tx,
    'progress_values',
    values.map(({ measureCode, planName, reported, verified, basis, status, percent }) => ({
      report_id: reportId,
      measure_code: measureCode,
      plan_name: planName,
      reported,
      verified,
      basis,
      status,
      percent,
    })),
  );
}
