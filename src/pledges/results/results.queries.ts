import { Injectable } from '@nestjs/common';
import { agrees, type MeasureStatus } from '../../../workflows/indicator';
import { CampaignDirectory, campaignsSeenBy, type PlanOfCampaign } from '../../campaigns';
import { coveredBy, type Scope } from '../../platform/auth/scope';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { placeholders, ReadDatabase } from '../../platform/persistence';
import type { CampaignResultsResponse, StandingResponse } from '../dto/results.response';
import { StatementsQueries } from '../statements/statements.queries';
import { resultsOf, type ContributionRow, type StatusCount } from './campaign-results';
import { countedValues } from './results.sql';
import { standingsOf } from './stated-results';

/** Computes the results of a campaign from what was verified, over the units that the scope covers. */
@Injectable()
export class ResultsQueries {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly campaigns: CampaignDirectory,
    private readonly statements: StatementsQueries,
  ) {}

  /** Throws NotFoundError where the campaign is unknown to the scope. */
  async of(scope: Scope, campaignId: string): Promise<CampaignResultsResponse> {
    const revision = await this.revisionSeen(scope, campaignId);
    const plan = await this.campaigns.planOf(this.reads, campaignId, revision);
    const summed = plan.measures.filter(({ rule }) => rule.over === 'sum').map(({ code }) => code);
    const results = resultsOf(plan, {
      unitCount: await this.unitCount(scope, campaignId),
      counts: await this.counts(scope, campaignId),
      contributions: summed.length === 0 ? [] : await this.contributions(scope, campaignId, summed),
    });
    return { ...results, statements: await this.compared(scope, campaignId, { plan, standing: results.standing }) };
  }

  /** Who launches the campaign states what comes of all of it; who takes part, what comes of its own units. */
  private async compared(
    scope: Scope,
    campaignId: string,
    { plan, standing }: { readonly plan: PlanOfCampaign; readonly standing: StandingResponse },
  ): Promise<CampaignResultsResponse['statements']> {
    const stated = await this.statements.standing(scope, campaignId);
    if (stated.length === 0) return [];
    const issuers = await this.issuersOf(campaignId);
    const partaking = stated.map(({ unitId }) => unitId).filter((unitId) => !issuers.has(unitId));
    const units = coveredBy(scope, 'u.path');
    const standings = await standingsOf(this.reads, { campaignId, plan, units }, partaking);
    return stated.map((statement) => ({
      ...statement,
      agrees: agrees(statement, standings.get(statement.unitId) ?? standing),
    }));
  }

  private async issuersOf(campaignId: string): Promise<ReadonlySet<string>> {
    const found = await this.reads.rows<{ id: string }>(
      `SELECT unit_id AS "id" FROM campaigns WHERE id = ?
       UNION SELECT i.unit_id FROM campaigns c JOIN campaign_issuers i
         ON i.campaign_id = c.id AND i.plan_revision = c.plan_revision WHERE c.id = ?`,
      [campaignId, campaignId],
    );
    return new Set(found.map(({ id }) => id));
  }

  /** The revision of the plan of a campaign that the scope may know of. Throws NotFoundError. */
  async revisionSeen(scope: Scope, campaignId: string): Promise<number> {
    const seen = campaignsSeenBy(scope);
    const [campaign] = await this.reads.rows<{ revision: number }>(
      `SELECT plan_revision AS "revision" FROM campaigns WHERE id = ? AND ${seen.sql}`,
      [campaignId, ...seen.params],
    );
    if (!campaign) throw new NotFoundError('campaign', campaignId);
    return campaign.revision;
  }

  private async unitCount(scope: Scope, campaignId: string): Promise<number> {
    const covered = coveredBy(scope, 'u.path');
    const [counted] = await this.reads.rows<{ count: number }>(
      `SELECT COUNT(*) AS "count" FROM campaigns c
       JOIN campaign_units x ON x.campaign_id = c.id AND x.plan_revision = c.plan_revision
       JOIN units u ON u.id = x.unit_id WHERE c.id = ? AND ${covered.sql}`,
      [campaignId, ...covered.params],
    );
    return counted?.count ?? 0;
  }

  private counts(scope: Scope, campaignId: string): Promise<StatusCount[]> {
    const counted = countedValues(campaignId, coveredBy(scope, 'u.path'), { sql: '1 = 1', params: [] });
    return this.reads.rows<{ measureCode: string; status: MeasureStatus; count: number }>(
      `WITH ${counted.sql} SELECT measure_code AS "measureCode", status, COUNT(*) AS "count" FROM counted
       GROUP BY measure_code, status`,
      counted.params,
    );
  }

  private contributions(scope: Scope, campaignId: string, codes: readonly string[]): Promise<ContributionRow[]> {
    const measures = { sql: `m.code IN ${placeholders(codes.length)}`, params: codes };
    const counted = countedValues(campaignId, coveredBy(scope, 'u.path'), measures);
    return this.reads.rows<ContributionRow>(
      `WITH ${counted.sql} SELECT measure_code AS "measureCode", verified AS "value", basis, plan_name AS "planName"
       FROM counted WHERE verified IS NOT NULL ORDER BY measure_code, unit_id`,
      counted.params,
    );
  }
}
