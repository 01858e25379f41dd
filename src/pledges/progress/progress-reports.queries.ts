import { Injectable } from '@nestjs/common';
import type { Scope, SqlCondition } from '../../platform/auth/scope';
import { keysetPage, pageOf, type Keyset, type Page } from '../../platform/http/pages/keyset-page';
import { placeholders, PrivateTexts, ReadDatabase } from '../../platform/persistence';
import { allOf, equals } from '../../platform/http/pages/conditions';
import type { ProgressReportListQuery } from '../dto/pledge-list.request';
import type { EvidenceResponse, ProgressReportResponse, ProgressValueResponse } from '../dto/progress.response';
import { pledgesSeenBy } from '../pledge-sight';

const BY_AGE: Keyset = { name: 'progressReports.id', sortColumn: 'r.created_at', idColumn: 'r.id', direction: 'desc' };

const REPORTS = `SELECT r.id, r.pledge_id AS "pledgeId", r.campaign_id AS "campaignId", p.unit_id AS "unitId", r.period,
  r.as_of AS "asOf", r.status, r.plan_revision AS "planRevision", r.created_at AS "createdAt", r.evidence
  FROM progress_reports r JOIN pledges p ON p.id = r.pledge_id`;

type ReportRow = Omit<ProgressReportResponse, 'values' | 'evidence'> & { readonly evidence: string | null };

type StoredEvidence = Omit<EvidenceResponse, 'title'> & { readonly title: string };

/** Reads progress reports: of the pledges that the scope of whoever asks covers. */
@Injectable()
export class ProgressReportsQueries {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly texts: PrivateTexts,
  ) {}

  /** A page of reports of a campaign with their values, newest first. */
  async list(scope: Scope, query: ProgressReportListQuery): Promise<Page<ProgressReportResponse>> {
    const { where, orderBy, limit } = keysetPage(BY_AGE, query);
    const { campaignId, period, unitId, status } = query;
    const condition = allOf([
      pledgesSeenBy(scope),
      where,
      ...equals('r.campaign_id', campaignId),
      ...equals('r.period', period),
      ...equals('p.unit_id', unitId),
      ...equals('r.status', status),
    ]);
    const page = pageOf(BY_AGE, query, await this.rows(condition, `ORDER BY ${orderBy} LIMIT ${limit}`), {
      key: ({ createdAt, id }) => ({ value: createdAt, id }),
      item: (row) => row,
    });
    return { ...page, items: await this.withValues(page.items) };
  }

  /** All reports of a pledge, by the day up to which they count. */
  async ofPledge(scope: Scope, pledgeId: string): Promise<readonly ProgressReportResponse[]> {
    const condition = allOf([pledgesSeenBy(scope), ...equals('r.pledge_id', pledgeId)]);
    return this.withValues(await this.rows(condition, 'ORDER BY r.as_of, r.created_at, r.id'));
  }

  private rows({ sql, params }: SqlCondition, tail: string): Promise<ReportRow[]> {
    return this.reads.rows<ReportRow>(`${REPORTS} WHERE ${sql} ${tail}`, params);
  }

  private async withValues(reports: readonly ReportRow[]): Promise<readonly ProgressReportResponse[]> {
    if (reports.length === 0) return [];
    const values = await this.reads.rows<ProgressValueResponse & { reportId: string }>(
      `SELECT report_id AS "reportId", measure_code AS "measureCode", plan_name AS "planName", reported, verified,
         basis, status, percent
       FROM progress_values WHERE report_id IN ${placeholders(reports.length)} ORDER BY measure_code`,
      reports.map(({ id }) => id),
    );
    const papers = new Map(reports.map(({ id, evidence }) => [id, storedEvidence(evidence)]));
    const titles = await this.texts.readTexts(
      this.reads,
      [...papers.values()].flat().map(({ title }) => title),
    );
    return reports.map((report) => ({
      ...report,
      evidence: (papers.get(report.id) ?? []).map((paper) => ({ ...paper, title: titles.get(paper.title) ?? null })),
      values: values.filter(({ reportId }) => reportId === report.id).map(({ reportId: _, ...value }) => value),
    }));
  }
}

function storedEvidence(evidence: string | null): readonly StoredEvidence[] {
  return evidence === null ? [] : (JSON.parse(evidence) as readonly StoredEvidence[]);
}
