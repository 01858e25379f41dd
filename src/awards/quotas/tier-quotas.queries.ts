import { Injectable } from '@nestjs/common';
import { coveredBy, type Scope } from '../../platform/auth/scope';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { allOf, equals } from '../../platform/http/pages/conditions';
import { keysetPage, pageOf, type Keyset, type Page } from '../../platform/http/pages/keyset-page';
import { ReadDatabase } from '../../platform/persistence';
import type { TierQuotaListQuery } from './dto/tier-quota.request';
import type { QuotaMeasureResponse, TierQuotaResponse, TierQuotaSummary } from './dto/tier-quota.response';
import { readPlaces, TIER_QUOTA, type TierQuotaRow } from './tier-quotas.repository';

const BY_TIER: Keyset = { name: 'tierQuotas.tier', sortColumn: 'tier', idColumn: 'id', direction: 'asc' };

/** Reads quotas of the rules: those of the actor's units and of the units below. */
@Injectable()
export class TierQuotasQueries {
  constructor(private readonly reads: ReadDatabase) {}

  /** A page of quotas by tier. */
  async list(scope: Scope, query: TierQuotaListQuery): Promise<Page<TierQuotaSummary>> {
    const { where, orderBy, limit } = keysetPage(BY_TIER, query);
    const filters = [...equals('scope_id', query.unitId), ...equals('scope_id', query.campaignId)];
    const condition = allOf([coveredBy(scope, 'unit_path'), where, ...filters]);
    const rows = await this.reads.rows<TierQuotaRow>(
      `SELECT ${TIER_QUOTA} FROM tier_quotas WHERE ${condition.sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      condition.params,
    );
    return pageOf(BY_TIER, query, rows, { key: ({ tier, id }) => ({ value: tier, id }), item: summaryOf });
  }

  /** One quota with its places. Throws NotFoundError, also when it is out of scope. */
  async one(scope: Scope, id: string): Promise<TierQuotaResponse> {
    const condition = allOf([{ sql: 'id = ?', params: [id] }, coveredBy(scope, 'unit_path')]);
    const [row] = await this.reads.rows<TierQuotaRow>(
      `SELECT ${TIER_QUOTA} FROM tier_quotas WHERE ${condition.sql}`,
      condition.params,
    );
    if (!row) throw new NotFoundError('tierQuota', id);
    const places = await readPlaces(this.reads, id);
    const summary: Omit<TierQuotaResponse, 'places'> = summaryOf(row);
    return {
      ...summary,
      places: places.map(({ caseId, placeNumber, state }) => ({ caseId, placeNumber, state })),
    };
  }
}

function summaryOf({ unitPath: _, finding, ...row }: TierQuotaRow): TierQuotaSummary {
  return { ...row, lastMeasure: finding === null ? null : (JSON.parse(finding) as QuotaMeasureResponse) };
}
