import { Injectable } from '@nestjs/common';
import { outcomeKindLabels, type OutcomeKind } from '../../../workflows/campaign';
import { allocationSums, type MeasureRule } from '../../../workflows/indicator';
import type { Decimal } from '../../../workflows/kernel';
import { coveredBy, type Scope } from '../../platform/auth/scope';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { allOf } from '../../platform/http/pages/conditions';
import { keysetPage, pageOf, type Keyset, type Page } from '../../platform/http/pages/keyset-page';
import type { PageQuery } from '../../platform/http/pages/page-query.request';
import { PrivateTexts, ReadDatabase } from '../../platform/persistence';
import { campaignsSeenBy, issuedFrom } from '../campaign-sight';
import type { InterimReviewResponse } from '../dto/campaign.response';
import type { AllocationSumsResponse, OutcomeResponse } from '../dto/running.response';

const BY_AGE: Keyset = { name: 'campaignOutcomes.id', sortColumn: 'o.recorded_at', idColumn: 'o.id', direction: 'asc' };

type OutcomeRow = Omit<OutcomeResponse, 'kindLabel' | 'reason' | 'withdrawnFor'> & {
  readonly kind: OutcomeKind;
  readonly reason: string;
  readonly withdrawnFor: string | null;
};

/** Reads what happens in a campaign beside its dates; cut to the scope of whoever asks. */
@Injectable()
export class RunningQueries {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly texts: PrivateTexts,
  ) {}

  /** Interim reviews of a campaign that the asker is known to see, by day. */
  async interimReviewsOf(campaignId: string): Promise<readonly InterimReviewResponse[]> {
    const reviews = await this.reads.rows<Readonly<InterimReviewResponse>>(
      `SELECT id, held_on AS "heldOn", name, results, paper_number AS "paperNumber"
       FROM campaign_interim_reviews WHERE campaign_id = ? ORDER BY held_on, id`,
      [campaignId],
    );
    const texts = await this.texts.readTexts(
      this.reads,
      reviews.flatMap(({ results }) => results ?? []),
    );
    return reviews.map((review) => ({ ...review, results: textOf(texts, review.results) }));
  }

  /**
   * A page of criticism and praise: of all units to whoever covers one of those who launch the campaign, else of the units that the scope covers,
   * since what is said of one unit is no affair of the others. Throws NotFoundError.
   */
  async outcomes(scope: Scope, campaignId: string, query: PageQuery): Promise<Page<OutcomeResponse>> {
    await this.assertSeen(scope, campaignId);
    const { where, orderBy, limit } = keysetPage(BY_AGE, query);
    const [ofCampaign, ofUnit] = [issuedFrom(scope, 'c.'), coveredBy(scope, 'u.path')];
    const condition = allOf([
      { sql: 'o.campaign_id = ?', params: [campaignId] },
      { sql: `(${ofCampaign.sql} OR ${ofUnit.sql})`, params: [...ofCampaign.params, ...ofUnit.params] },
      where,
    ]);
    const rows = await this.reads.rows<OutcomeRow>(
      `SELECT o.id, o.kind, o.unit_id AS "unitId", o.reason, o.recorded_at AS "recordedAt",
         o.withdrawn_at AS "withdrawnAt", o.withdrawn_for AS "withdrawnFor"
       FROM campaign_outcomes o JOIN campaigns c ON c.id = o.campaign_id JOIN units u ON u.id = o.unit_id
       WHERE ${condition.sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      condition.params,
    );
    const texts = await this.texts.readTexts(
      this.reads,
      rows.flatMap(({ reason, withdrawnFor }) => [reason, ...(withdrawnFor === null ? [] : [withdrawnFor])]),
    );
    return pageOf(BY_AGE, query, rows, {
      key: ({ recordedAt, id }) => ({ value: recordedAt, id }),
      item: (row) => ({
        ...row,
        kindLabel: outcomeKindLabels[row.kind],
        reason: textOf(texts, row.reason),
        withdrawnFor: textOf(texts, row.withdrawnFor),
      }),
    });
  }

  /** What was assigned to the units together, measure by measure, beside what the plan asks for. Throws NotFoundError. */
  async allocationSums(scope: Scope, campaignId: string): Promise<AllocationSumsResponse> {
    await this.assertSeen(scope, campaignId);
    const rows = await this.reads.rows<{ code: string; rule: string; value: string }>(
      `SELECT a.measure_code AS "code", m.rule, a.value FROM campaigns c
       JOIN campaign_allocations a ON a.campaign_id = c.id AND a.plan_revision = c.plan_revision
       JOIN campaign_measures m
         ON m.campaign_id = a.campaign_id AND m.plan_revision = a.plan_revision AND m.code = a.measure_code
       WHERE c.id = ? ORDER BY a.measure_code, a.unit_id`,
      [campaignId],
    );
    const byMeasure = new Map<string, { rule: MeasureRule; values: Decimal[] }>();
    for (const { code, rule, value } of rows) {
      const measure = byMeasure.get(code) ?? { rule: JSON.parse(rule) as MeasureRule, values: [] };
      measure.values.push(value as Decimal);
      byMeasure.set(code, measure);
    }
    return {
      items: [...byMeasure].flatMap(([measureCode, { rule, values }]) =>
        allocationSums(rule, values).map((sum) => ({ measureCode, ...sum })),
      ),
    };
  }

  private async assertSeen(scope: Scope, campaignId: string): Promise<void> {
    const visible = campaignsSeenBy(scope);
    const seen = await this.reads.rows(`SELECT id FROM campaigns WHERE id = ? AND ${visible.sql}`, [
      campaignId,
      ...visible.params,
    ]);
    if (seen.length === 0) throw new NotFoundError('campaign', campaignId);
  }
}

function textOf(texts: ReadonlyMap<string, string | null>, commitment: string | null): string | null {
  return commitment === null ? null : (texts.get(commitment) ?? null);
}
