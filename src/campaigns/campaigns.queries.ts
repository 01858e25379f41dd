import { Injectable } from '@nestjs/common';
import type { CampaignContext } from '../../workflows/campaign';
import type { Snapshot } from '../../workflows/kernel';
import type { Scope, SqlCondition } from '../platform/auth/scope';
import { NotFoundError } from '../platform/errors/platform.errors';
import { allOf, containsText, equals } from '../platform/http/pages/conditions';
import { keysetPage, pageOf, type Keyset, type Page } from '../platform/http/pages/keyset-page';
import { ReadDatabase } from '../platform/persistence';
import { CampaignDirectory } from './campaign-directory';
import { campaignsSeenBy } from './campaign-sight';
import { RunningQueries } from './running/running.queries';
import type { CampaignListQuery } from './dto/campaign-list.request';
import type { CampaignResponse, CampaignSummary } from './dto/campaign.response';

const BY_ID: Keyset = { name: 'campaigns.id', sortColumn: 'created_at', idColumn: 'id', direction: 'desc' };

const SUMMARY = `id, code, name, kind, state, starts_on AS "startsOn", ends_on AS "endsOn", version,
  plan_revision AS "planRevision", rulebook_release AS "rulebookRelease", parent_id AS "parentId",
  period_type AS "periodType", period_label AS "periodLabel", duration_class AS "durationClass",
  created_at AS "createdAt"`;

interface SummaryRow extends CampaignSummary {
  readonly createdAt: string;
}

/** Reads campaigns. Never writes; every answer is cut to the scope of whoever asks. */
@Injectable()
export class CampaignsQueries {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly campaigns: CampaignDirectory,
    private readonly running: RunningQueries,
  ) {}

  /** A page of campaigns, newest first: those of the actor's units and of the units below, and what the units above launched. */
  async list(scope: Scope, query: CampaignListQuery): Promise<Page<CampaignSummary>> {
    const { where, orderBy, limit } = keysetPage(BY_ID, query);
    const condition = allOf([campaignsSeenBy(scope), where, ...filtersOf(query)]);
    const rows = await this.reads.rows<SummaryRow>(
      `SELECT ${SUMMARY} FROM campaigns WHERE ${condition.sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      condition.params,
    );
    return pageOf(BY_ID, query, rows, {
      key: ({ createdAt, id }) => ({ value: createdAt, id }),
      item: ({ createdAt: _, ...summary }) => summary,
    });
  }

  /** One campaign with its plan. Throws NotFoundError. */
  async one(scope: Scope, id: string): Promise<CampaignResponse> {
    const visible = campaignsSeenBy(scope);
    const [row] = await this.reads.rows<SummaryRow & { snapshot: string; theme: string | null }>(
      `SELECT ${SUMMARY}, theme, snapshot FROM campaigns WHERE id = ? AND ${visible.sql}`,
      [id, ...visible.params],
    );
    if (!row) throw new NotFoundError('campaign', id);
    const { snapshot, createdAt: _, ...summary } = row;
    const { context } = JSON.parse(snapshot) as Snapshot<CampaignContext>;
    const { approval, registration, reportRequests, awardCycles, interimReviewDates } = context;
    const plan = await this.campaigns.planOf(this.reads, id, summary.planRevision);
    const interimReviews = await this.running.interimReviewsOf(id);
    const running = { approval, registration, reportRequests, awardCycles, interimReviewDates, interimReviews };
    return { ...summary, ...running, plan };
  }
}

function filtersOf({ state, kind, duration, period, parentId, search }: CampaignListQuery): readonly SqlCondition[] {
  return [
    ...equals('state', state),
    ...equals('kind', kind),
    ...equals('duration_class', duration),
    ...equals('period_label', period),
    ...equals('parent_id', parentId),
    ...(search === undefined ? [] : [containsText('name_folded', search)]),
  ];
}
