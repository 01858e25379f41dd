import { Injectable } from '@nestjs/common';
import type { MeasureRule } from '../../workflows/indicator';
import { localDateOf, type Decimal, type LocalDate } from '../../workflows/kernel';
import type { Cadence } from '../../workflows/publicity';
import { coveredBy, type Scope } from '../platform/auth/scope';
import { Clock } from '../platform/clock/clock.port';
import { allOf, equals } from '../platform/http/pages/conditions';
import { keysetPage, pageOf, type Keyset, type Page } from '../platform/http/pages/keyset-page';
import type { PageQuery } from '../platform/http/pages/page-query.request';
import { ReadDatabase } from '../platform/persistence';
import type { ReportListQuery } from './dto/publicity-list.request';
import type { OverdueReportResponse, PublicityReportResponse } from './dto/publicity.response';
import { reportStatus } from './figure';
import { PublicityQueries } from './publicity.queries';

const LATEST: Keyset = { name: 'publicityReports.asOf', sortColumn: 'r.as_of', idColumn: 'r.id', direction: 'desc' };
const OLDEST: Keyset = { name: 'publicityOverdue.dueOn', sortColumn: 'd.due_on', idColumn: 'd.id', direction: 'asc' };

interface ReportRow extends Omit<PublicityReportResponse, 'status' | 'from' | 'asOf' | 'value'> {
  readonly from: LocalDate;
  readonly asOf: LocalDate;
  readonly value: Decimal;
  readonly cadence: Cadence;
  readonly rule: string | null;
}

/** Reads what was reported on publicity, and what was not: of pieces that units of the scope are in charge of. */
@Injectable()
export class PublicityReportsQueries {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly plans: PublicityQueries,
  ) {}

  /** A page of the reports that stand, the latest first, each judged exactly. Throws NotFoundError. */
  async reports(scope: Scope, planId: string, query: ReportListQuery): Promise<Page<PublicityReportResponse>> {
    await this.plans.one(scope, planId);
    const { where, orderBy, limit } = keysetPage(LATEST, query);
    const condition = allOf([
      { sql: 'p.plan_id = ? AND p.dropped_at IS NULL AND r.withdrawn_at IS NULL', params: [planId] },
      coveredBy(scope, 'p.charged_path'),
      where,
      ...equals('p.code', query.code),
    ]);
    const rows = await this.reads.rows<ReportRow>(
      `SELECT r.id, p.code, r.from_on AS "from", r.as_of AS "asOf", r.value, r.reference, p.cadence, p.rule
       FROM publicity_reports r JOIN publicity_pieces p ON p.id = r.piece_id
       WHERE ${condition.sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      condition.params,
    );
    return pageOf(LATEST, query, rows, { key: ({ asOf, id }) => ({ value: asOf, id }), item: judged });
  }

  /** A page of the reports that are owed by now, the oldest first: none of a campaign at its end. Throws NotFoundError. */
  async overdue(scope: Scope, planId: string, query: PageQuery): Promise<Page<OverdueReportResponse>> {
    const { campaignId } = await this.plans.one(scope, planId);
    if (await this.plans.isOver(campaignId)) return { items: [], nextCursor: null };
    const { where, orderBy, limit } = keysetPage(OLDEST, query);
    const today = localDateOf(this.clock.now());
    const condition = allOf([
      { sql: "p.plan_id = ? AND d.status <> 'dropped' AND d.due_on < ?", params: [planId, today] },
      coveredBy(scope, 'p.charged_path'),
      where,
    ]);
    const rows = await this.reads.rows<OverdueReportResponse & { readonly id: string }>(
      `SELECT d.id, p.code, p.content, p.charged_unit_id AS "chargedUnitId", p.charged_body AS "chargedBody",
         d.due_on AS "dueOn"
       FROM publicity_pieces p JOIN deadlines d ON d.stream_id = p.id
       WHERE ${condition.sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      condition.params,
    );
    return pageOf(OLDEST, query, rows, {
      key: ({ dueOn, id }) => ({ value: dueOn, id }),
      item: ({ id: _, ...owed }) => owed,
    });
  }
}

function judged({ cadence, rule, ...report }: ReportRow): Omit<PublicityReportResponse, never> {
  const parsed = rule === null ? null : (JSON.parse(rule) as MeasureRule);
  const { from, asOf: to, value } = report;
  return { ...report, status: reportStatus(parsed, cadence, { from, to, value }) };
}
