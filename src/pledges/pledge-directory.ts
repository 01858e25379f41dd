import { Injectable } from '@nestjs/common';
import { ownOrLaunched } from '../campaigns';
import { coveredBy, type Scope } from '../platform/auth/scope';
import type { RowReader } from '../platform/persistence';
import type { ReportOfUnit, UnitProgressResponse } from './dto/progress.response';

interface PledgeOfUnit {
  readonly unitId: string;
  readonly pledgeId: string;
  readonly state: string;
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

async function reportsByPledge(reads: RowReader, campaignId: string): Promise<ReadonlyMap<string, ReportOfUnit[]>> {
  const found = await reads.rows<ReportOfUnit & { pledgeId: string }>(
    `SELECT pledge_id AS "pledgeId", id, period, as_of AS "asOf", status FROM progress_reports
     WHERE campaign_id = ? ORDER BY as_of, created_at, id`,
    [campaignId],
  );
  const byPledge = new Map<string, ReportOfUnit[]>();
  for (const { pledgeId, ...report } of found) byPledge.set(pledgeId, [...(byPledge.get(pledgeId) ?? []), report]);
  return byPledge;
}
