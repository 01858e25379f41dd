import { Injectable } from '@nestjs/common';
import { endOfDay } from '../../../workflows/kernel';
import type { DueReportState } from '../../../workflows/pledge';
import { CampaignDirectory, campaignsSeenBy, type CampaignStanding } from '../../campaigns';
import { coveredBy, type Scope, type SqlCondition } from '../../platform/auth/scope';
import { Clock } from '../../platform/clock/clock.port';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { allOf, equals } from '../../platform/http/pages/conditions';
import { keysetPage, pageOf, type Keyset, type Page } from '../../platform/http/pages/keyset-page';
import { ReadDatabase } from '../../platform/persistence';
import type { DueReportResponse, DueRequestResponse } from '../dto/due-reports.response';
import type { DueReportsQuery } from '../dto/results.request';

const BY_NAME: Keyset = {
  name: 'dueReports.name',
  sortColumn: 'd.name_folded',
  idColumn: 'd.unit_id',
  direction: 'asc',
};

type ReportRequest = CampaignStanding['context']['reportRequests'][number];

/** Reads who owes reports, who sent them late, and who has not sent them. */
@Injectable()
export class DueReportsQueries {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly campaigns: CampaignDirectory,
    private readonly clock: Clock,
  ) {}

  /** All requests of a campaign with counts over the units that the scope covers. Throws NotFoundError. */
  async requests(scope: Scope, campaignId: string): Promise<readonly DueRequestResponse[]> {
    const requests = await this.requestsOf(scope, campaignId);
    if (requests.length === 0) return [];
    const due = this.due(scope, campaignId, requests);
    const counts = await this.reads.rows<{ requestId: string; state: DueReportState; count: number }>(
      `WITH ${due.sql} SELECT request_id AS "requestId", state, COUNT(*) AS "count" FROM due GROUP BY request_id, state`,
      due.params,
    );
    return [...requests]
      .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
      .map(({ id, period, dueOn, isForAll }) => {
        const of = (state: DueReportState): number =>
          counts.find((each) => each.requestId === id && each.state === state)?.count ?? 0;
        const states = { inTime: of('inTime'), late: of('late'), awaited: of('awaited'), overdue: of('overdue') };
        return { requestId: id, period, dueOn, isForAll, ...states };
      });
  }

  /** A page of the units that a request is addressed to, by name. Throws NotFoundError. */
  async units(scope: Scope, campaignId: string, query: DueReportsQuery): Promise<Page<DueReportResponse>> {
    const requests = await this.requestsOf(scope, campaignId);
    const request = requests.find(({ id }) => id === query.requestId);
    if (!request) throw new NotFoundError('reportRequest', query.requestId);
    const { where, orderBy, limit } = keysetPage(BY_NAME, query);
    const due = this.due(scope, campaignId, [request]);
    const condition = allOf([where, ...equals('d.state', query.state)]);
    const rows = await this.reads.rows<DueReportResponse & { nameFolded: string }>(
      `WITH ${due.sql}
       SELECT d.unit_id AS "unitId", d.name AS "unitName", d.name_folded AS "nameFolded", d.state,
         d.reported_at AS "reportedAt"
       FROM due d WHERE ${condition.sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      [...due.params, ...condition.params],
    );
    return pageOf(BY_NAME, query, rows, {
      key: ({ nameFolded, unitId }) => ({ value: nameFolded, id: unitId }),
      item: ({ nameFolded: _, ...report }) => report,
    });
  }

  private async requestsOf(scope: Scope, campaignId: string): Promise<readonly ReportRequest[]> {
    const seen = campaignsSeenBy(scope);
    const [row] = await this.reads.rows(`SELECT id FROM campaigns WHERE id = ? AND ${seen.sql}`, [
      campaignId,
      ...seen.params,
    ]);
    const campaign = row && (await this.campaigns.contextOf(this.reads, campaignId));
    if (!campaign) throw new NotFoundError('campaign', campaignId);
    return campaign.context.reportRequests;
  }

  /**
   * One row for each request and each unit that it is addressed to, as `due`. A unit has reported when its pledge, or an
   * agreement that it signs, has a report for the period; a due day ends with its last moment.
   */
  private due(scope: Scope, campaignId: string, requests: readonly ReportRequest[]): SqlCondition {
    const covered = coveredBy(scope, 'u.path');
    const asked = requests.map(() => 'SELECT CAST(? AS text), CAST(? AS text), CAST(? AS text), CAST(? AS integer)');
    return {
      sql: `asked(request_id, period, due_at, is_for_all) AS (${asked.join(' UNION ALL ')}),
        sent AS (
          SELECT m.unit_id, r.period, MIN(r.created_at) AS reported_at
          FROM progress_reports r JOIN pledges p ON p.id = r.pledge_id JOIN pledge_members m ON m.pledge_id = p.id
          WHERE r.campaign_id = ? AND p.person_id IS NULL GROUP BY m.unit_id, r.period),
        due AS (
          SELECT a.request_id, u.id AS unit_id, u.name, u.name_folded, s.reported_at,
            CASE WHEN s.reported_at < a.due_at THEN 'inTime' WHEN s.reported_at IS NOT NULL THEN 'late'
              WHEN CAST(? AS text) < a.due_at THEN 'awaited' ELSE 'overdue' END AS state
          FROM asked a JOIN campaigns c ON c.id = ?
          JOIN campaign_units x ON x.campaign_id = c.id AND x.plan_revision = c.plan_revision
          JOIN units u ON u.id = x.unit_id
          LEFT JOIN campaign_addressees d ON d.request_id = a.request_id AND d.unit_id = u.id
          LEFT JOIN sent s ON s.unit_id = u.id AND s.period = a.period
          WHERE (a.is_for_all = 1 OR d.unit_id IS NOT NULL) AND ${covered.sql})`,
      params: [
        ...requests.flatMap(({ id, period, dueOn, isForAll }) => [id, period, endOfDay(dueOn), isForAll ? 1 : 0]),
        campaignId,
        this.clock.now(),
        campaignId,
        ...covered.params,
      ],
    };
  }
}
