import { Injectable } from '@nestjs/common';
import { ownOrLaunched } from '../campaigns';
import { coveredBy, type Scope } from '../platform/auth/scope';
import { placeholders, type RowReader } from '../platform/persistence';
import type { ReportOfUnit, UnitProgressResponse } from './dto/progress.response';

interface PledgeOfUnit {
  readonly unitId: string;
  readonly pledgeId: string;
  readonly state: string;
}

/** What a unit has pledged for a measure and what was verified of it. Both in per cent where only that is known. */
export interface MeasuredValue {
  readonly unitId: string;
  readonly measureCode: string;
  /** Decimal as text. */
  readonly pledged: string;
  /** Decimal as text; null until a report with it is verified. */
  readonly verified: string | null;
  /** Both are per cent of the plan, since the value itself is not known. */
  readonly isShare: boolean;
}

/** What other features ask about pledges. */
@Injectable()
export class PledgeDirectory {
  /** How many pledges of a campaign are neither concluded nor ended in another way. A fact: it takes no scope. */
  async openCountOf(rows: RowReader, campaignId: string): Promise<number> {
    const [counted] = await rows.rows<{ count: number }>(
      `SELECT COUNT(*) AS "count" FROM pledges WHERE campaign_id = ? AND status = 'active'`,
      [campaignId],
    );
    return counted?.count ?? 0;
  }

  /**
   * What units have pledged for the measures of a campaign, and the last value that was verified of each. A fact: it takes
   * no scope. The value of an agreement is that of every unit that signs it.
   */
  async measuredOf(rows: RowReader, campaignId: string, unitIds: readonly string[]): Promise<readonly MeasuredValue[]> {
    const pledges = await pledgesByUnit(rows, campaignId);
    const asked = unitIds.flatMap((unitId) => pledges.get(unitId) ?? []);
    if (asked.length === 0) return [];
    const ids = [...new Set(asked.map(({ pledgeId }) => pledgeId))];
    const pledged = await rows.rows<{ pledgeId: string; measureCode: string; value: string }>(
      `SELECT v.pledge_id AS "pledgeId", v.measure_code AS "measureCode", v.value
       FROM pledge_values v JOIN pledges p ON p.id = v.pledge_id AND p.values_revision = v.values_revision
       WHERE v.pledge_id IN ${placeholders(ids.length)} ORDER BY v.measure_code`,
      ids,
    );
    const verified = await lastVerifiedOf(rows, ids);
    return asked.flatMap(({ unitId, pledgeId }) =>
      pledged
        .filter((value) => value.pledgeId === pledgeId)
        .map(({ measureCode, value }) => {
          const found = verified.get(`${pledgeId} ${measureCode}`);
          const isShare = found?.basis === 'percentOfPlan';
          return { unitId, measureCode, pledged: isShare ? '100' : value, verified: found?.verified ?? null, isShare };
        }),
    );
  }

  /**
   * What has come from the units of a campaign's present plan, those that sent nothing included; of the scope's units.
   * A unit without a pledge of its own is answered for by the agreement that it signs.
   */
  async progressOf(reads: RowReader, scope: Scope, campaignId: string): Promise<readonly UnitProgressResponse[]> {
    const [covered, told] = [coveredBy(scope, 'u.path'), ownOrLaunched(scope, 'c.')];
    const units = await reads.rows<{ unitId: string }>(
      `SELECT u.id AS "unitId" FROM campaigns c
       JOIN campaign_units x ON x.campaign_id = c.id AND x.plan_revision = c.plan_revision
       JOIN units u ON u.id = x.unit_id
       WHERE c.id = ? AND ${covered.sql} AND ${told.sql} ORDER BY u.name_folded, u.id`,
      [campaignId, ...covered.params, ...told.params],
    );
    const pledges = await pledgesByUnit(reads, campaignId);
    const reports = await reportsByPledge(reads, campaignId);
    return units.map(({ unitId }) => {
      const pledge = pledges.get(unitId);
      const { pledgeId = null, state: pledgeState = null } = pledge ?? {};
      return { unitId, pledgeId, pledgeState, reports: pledge ? (reports.get(pledge.pledgeId) ?? []) : [] };
    });
  }
}

/** The last verified value of each measure of pledges, by both. */
async function lastVerifiedOf(
  rows: RowReader,
  pledgeIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly verified: string; readonly basis: string | null }>> {
  const values = await rows.rows<{ pledgeId: string; measureCode: string; verified: string; basis: string | null }>(
    `SELECT r.pledge_id AS "pledgeId", v.measure_code AS "measureCode", v.verified, v.basis
     FROM progress_values v JOIN progress_reports r ON r.id = v.report_id
     WHERE r.pledge_id IN ${placeholders(pledgeIds.length)} AND v.verified IS NOT NULL
     ORDER BY r.as_of, r.created_at, r.id`,
    pledgeIds,
  );
  return new Map(values.map(({ pledgeId, measureCode, ...value }) => [`${pledgeId} ${measureCode}`, value]));
}

/** The pledge that counts for each unit: one that has a place, its own before an agreement of others. */
async function pledgesByUnit(reads: RowReader, campaignId: string): Promise<ReadonlyMap<string, PledgeOfUnit>> {
  const found = await reads.rows<PledgeOfUnit>(
    `SELECT m.unit_id AS "unitId", p.id AS "pledgeId", p.state
     FROM pledge_places place JOIN pledges p ON p.id = place.pledge_id JOIN pledge_members m ON m.pledge_id = p.id
     WHERE place.campaign_id = ?
     ORDER BY CASE WHEN p.unit_id = m.unit_id THEN 1 ELSE 0 END, p.created_at, p.id`,
    [campaignId],
  );
  return new Map(found.map((pledge) => [pledge.unitId, pledge]));
}

/** Reports of the pledges that have a place; what persons report on their own may be a hundred times as much. */
async function reportsByPledge(reads: RowReader, campaignId: string): Promise<ReadonlyMap<string, ReportOfUnit[]>> {
  const found = await reads.rows<ReportOfUnit & { pledgeId: string }>(
    `SELECT r.pledge_id AS "pledgeId", r.id, r.period, r.as_of AS "asOf", r.status
     FROM pledge_places place JOIN progress_reports r ON r.pledge_id = place.pledge_id
     WHERE place.campaign_id = ? ORDER BY r.as_of, r.created_at, r.id`,
    [campaignId],
  );
  const byPledge = new Map<string, ReportOfUnit[]>();
  for (const { pledgeId, ...report } of found) byPledge.set(pledgeId, [...(byPledge.get(pledgeId) ?? []), report]);
  return byPledge;
}
