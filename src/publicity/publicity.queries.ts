import { Injectable } from '@nestjs/common';
import { CHANNEL_LABELS, type PublicationChannel } from '../../workflows/example';
import type { MeasureRule } from '../../workflows/indicator';
import { localDateOf, type LocalDate } from '../../workflows/kernel';
import { owedDays, type PieceTerm } from '../../workflows/publicity';
import { CampaignDirectory, campaignsSeenBy } from '../campaigns';
import { coveredBy, type Scope, type SqlCondition } from '../platform/auth/scope';
import { Clock } from '../platform/clock/clock.port';
import { NotFoundError } from '../platform/errors/platform.errors';
import { allOf, equals } from '../platform/http/pages/conditions';
import { keysetPage, pageOf, type Keyset, type Page } from '../platform/http/pages/keyset-page';
import { ReadDatabase } from '../platform/persistence';
import type { PieceListQuery, PublicityListQuery } from './dto/publicity-list.request';
import type { PublicityFigureResponse, PublicityPieceResponse, PublicityPlanResponse } from './dto/publicity.response';
import { pieceResult } from './figure';
import { isCampaignOver, type ReportRecord } from './publicity';
import { readReports } from './publicity.repository';

const NEWEST: Keyset = {
  ...{ name: 'publicityPlans.createdAt', sortColumn: 'n.created_at', idColumn: 'n.id', direction: 'desc' },
};
const BY_DAY: Keyset = { name: 'publicityPieces.dueOn', sortColumn: 'p.due_on', idColumn: 'p.id', direction: 'asc' };

const PLAN = `n.id, n.campaign_id AS "campaignId", n.unit_id AS "unitId", n.paper, n.version,
  n.created_at AS "createdAt"`;

type PlanRow = Omit<PublicityPlanResponse, never> & { readonly createdAt: string };

interface PieceRow extends PieceTerm {
  readonly id: string;
  readonly code: string;
  readonly content: string;
  readonly duty: string | null;
  readonly channel: PublicationChannel;
  readonly chargedUnitId: string | null;
  readonly chargedBody: string | null;
  readonly rule: string | null;
}

/** Reads publicity plans: those of campaigns that the actor may know of, and of their pieces what the seats cover. */
@Injectable()
export class PublicityQueries {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly campaigns: CampaignDirectory,
  ) {}

  /** A page of plans, newest first. */
  async list(scope: Scope, query: PublicityListQuery): Promise<Page<PublicityPlanResponse>> {
    const { where, orderBy, limit } = keysetPage(NEWEST, query);
    const condition = allOf([ofSeenCampaign(scope), where, ...equals('n.campaign_id', query.campaignId)]);
    const rows = await this.reads.rows<PlanRow>(
      `SELECT ${PLAN} FROM publicity_plans n WHERE ${condition.sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      condition.params,
    );
    return pageOf(NEWEST, query, rows, {
      key: ({ createdAt, id }) => ({ value: createdAt, id }),
      item: ({ createdAt: _, ...plan }) => plan,
    });
  }

  /** One plan. Throws NotFoundError, also when its campaign is out of sight. */
  async one(scope: Scope, id: string): Promise<PublicityPlanResponse> {
    const condition = allOf([{ sql: 'n.id = ?', params: [id] }, ofSeenCampaign(scope)]);
    const [row] = await this.reads.rows<PlanRow>(
      `SELECT ${PLAN} FROM publicity_plans n WHERE ${condition.sql}`,
      condition.params,
    );
    if (!row) throw new NotFoundError('publicityPlan', id);
    const { createdAt: _, ...plan } = row;
    return plan;
  }

  /** A page of the pieces that units of the scope are in charge of, the next due first, each with how it stands. */
  async pieces(scope: Scope, id: string, query: PieceListQuery): Promise<Page<PublicityPieceResponse>> {
    const { campaignId } = await this.one(scope, id);
    const isOver = await this.isOver(campaignId);
    const { where, orderBy, limit } = keysetPage(BY_DAY, query);
    const condition = allOf([
      { sql: 'p.plan_id = ? AND p.dropped_at IS NULL', params: [id] },
      coveredBy(scope, 'p.charged_path'),
      where,
      ...equals('p.charged_unit_id', query.chargedUnitId),
      ...equals('p.channel', query.channel),
    ]);
    const rows = await this.reads.rows<PieceRow>(
      `SELECT p.id, p.code, p.content, p.duty, p.channel, p.charged_unit_id AS "chargedUnitId",
         p.charged_body AS "chargedBody", p.cadence, p.starts_on AS "startsOn", p.due_on AS "dueOn", p.rule
       FROM publicity_pieces p WHERE ${condition.sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      condition.params,
    );
    const ids = rows.map((row) => row.id);
    const reports = await readReports(this.reads, ids);
    const today = localDateOf(this.clock.now());
    return pageOf(BY_DAY, query, rows, {
      key: (row) => ({ value: row.dueOn, id: row.id }),
      item: (row) => standing(row, reports.get(row.id) ?? [], isOver ? null : today),
    });
  }

  /** Whether nobody is late any more, since the campaign is at its end. */
  async isOver(campaignId: string): Promise<boolean> {
    return isCampaignOver(await this.campaigns.contextOf(this.reads, campaignId));
  }
}

/** Plans of campaigns that a scope may know of; `n` is the table of plans. */
function ofSeenCampaign(scope: Scope): SqlCondition {
  const { sql, params } = campaignsSeenBy(scope);
  return { sql: `n.campaign_id IN (SELECT id FROM campaigns WHERE ${sql})`, params };
}

function standing(
  { id: _, rule: text, ...piece }: PieceRow,
  reports: readonly ReportRecord[],
  /** Null when nothing is owed any more. */
  today: LocalDate | null,
): Omit<PublicityPieceResponse, never> {
  const rule = text === null ? null : (JSON.parse(text) as MeasureRule);
  const overdueCount = today === null ? 0 : owedDays(piece, reports).filter((day) => day < today).length;
  const figure = rule && figureOf(rule);
  return {
    ...piece,
    channelLabel: CHANNEL_LABELS[piece.channel],
    figure,
    ...pieceResult(rule, piece, reports),
    overdueCount,
  };
}

function figureOf({ unit, direction, plans, outOf }: MeasureRule): PublicityFigureResponse {
  return { unit, direction: direction as PublicityFigureResponse['direction'], value: plans[0]?.value ?? '', outOf };
}
