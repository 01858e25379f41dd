import { Injectable } from '@nestjs/common';
import { coveredBy, type Scope } from '../../platform/auth/scope';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { allOf, equals } from '../../platform/http/pages/conditions';
import { keysetPage, pageOf, type Keyset, type Page } from '../../platform/http/pages/keyset-page';
import type { PageQuery } from '../../platform/http/pages/page-query.request';
import { ReadDatabase } from '../../platform/persistence';
import type { QuotaListQuery } from './dto/quota.request';
import type { QuotaResponse, QuotaSummary } from './dto/quota.response';
import type { QuotaRow } from './quota';
import { ENTRY_ORDER, QUOTA, readEntriesOf } from './quotas.repository';

const BY_TIER: Keyset = { name: 'quotas.tier', sortColumn: 'tier', idColumn: 'id', direction: 'asc' };

const BY_PLACE: Keyset = { name: 'quotas.entries', sortColumn: ENTRY_ORDER, idColumn: 'item_id', direction: 'asc' };

/** Reads quotas: for the council's own seats and those above. */
@Injectable()
export class QuotasQueries {
  constructor(private readonly reads: ReadDatabase) {}

  /** A page of quotas by tier. */
  async list(scope: Scope, query: QuotaListQuery): Promise<Page<QuotaSummary>> {
    const { where, orderBy, limit } = keysetPage(BY_TIER, query);
    const filters = [...equals('council_id', query.councilId), ...equals('campaign_id', query.campaignId)];
    const condition = allOf([coveredBy(scope, 'unit_path'), where, ...filters]);
    const rows = await this.reads.rows<QuotaRow>(
      `SELECT ${QUOTA} FROM review_quotas WHERE ${condition.sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      condition.params,
    );
    return pageOf(BY_TIER, query, rows, { key: ({ tier, id }) => ({ value: tier, id }), item: summaryOf });
  }

  /** One quota with a page of its ledger. Throws NotFoundError, also when it is out of scope. */
  async one(scope: Scope, id: string, page: PageQuery): Promise<QuotaResponse> {
    const condition = allOf([{ sql: 'id = ?', params: [id] }, coveredBy(scope, 'unit_path')]);
    const [quota] = await this.reads.rows<QuotaRow>(
      `SELECT ${QUOTA} FROM review_quotas WHERE ${condition.sql}`,
      condition.params,
    );
    if (!quota) throw new NotFoundError('quota', id);
    const { where, orderBy, limit } = keysetPage(BY_PLACE, page);
    const rows = await readEntriesOf(this.reads, id, { where, orderBy, limit });
    const { items: entries, nextCursor } = pageOf(BY_PLACE, page, rows, {
      key: ({ sortKey, itemId }) => ({ value: sortKey, id: itemId }),
      item: ({ quotaId: _, sortKey: __, ...entry }) => entry,
    });
    return { ...summaryOf(quota), entries, nextCursor };
  }
}

/** A quota as lists show it. */
function summaryOf({ id, councilId, campaignId, tier, places, tie, womanFirst, openKey }: QuotaRow) {
  return {
    id,
    councilId,
    campaignId,
    tier,
    places,
    tie,
    womanFirst: womanFirst === 1,
    isOpen: openKey !== null,
  };
}
