import { Injectable } from '@nestjs/common';
import { QUOTA_LABELS } from '../../workflows/tally';
import { coveredBy, type Scope } from '../platform/auth/scope';
import { Clock } from '../platform/clock/clock.port';
import { allOf, equals } from '../platform/http/pages/conditions';
import { keysetPage, pageOf, type Keyset, type Page } from '../platform/http/pages/keyset-page';
import { ReadDatabase } from '../platform/persistence';
import { csvText } from './csv-text';
import type { QuotaStandingsFilter, QuotaStandingsQuery, QuotaTableQuery } from './dto/quota-standings.request';
import type { TallyHead } from './dto/tally.response';
import { MOST_GROUPS, refuseTooMany } from './most-groups';
import { readStandings, type NamedStanding, type StandingsQuestion } from './quota-standings.repository';
import { coverageOf } from './tally-sight';

const BY_TIER: Keyset = { name: 'tallies.quotas', sortColumn: 'q.tier', idColumn: 'q.id', direction: 'asc' };

/** A page of quotas as they stand, and what it is of. */
export type StandingsAnswer = TallyHead & Page<NamedStanding>;

/**
 * Answers how the places of quotas stand beside the tally of their tiers: of councils that the scope covers, so that the cases
 * under them are covered as well. Never writes.
 */
@Injectable()
export class StandingsQueries {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
  ) {}

  /** A page of quotas of a campaign, by tier. Throws NotFoundError when there is no such campaign in sight. */
  async of(scope: Scope, query: QuotaStandingsQuery): Promise<StandingsAnswer> {
    const { campaignId = null } = query;
    const coverage = await coverageOf(this.reads, scope, campaignId);
    const { where, orderBy, limit } = keysetPage(BY_TIER, query);
    const question = questionOf(scope, query);
    const quotas = allOf([question.quotas, where]);
    const found = await readStandings(this.reads, { ...question, quotas, orderBy, limit });
    const page = pageOf(BY_TIER, query, found, {
      key: (standing) => ({ value: standing.tier, id: standing.quotaId }),
      item: (standing) => standing,
    });
    return { campaignId, computedAt: this.clock.now(), coverage, ...page };
  }

  /** All quotas of a campaign, by tier. Throws NotFoundError as above, and InvalidRequestError when they are too many. */
  async all(scope: Scope, filter: QuotaStandingsFilter): Promise<readonly NamedStanding[]> {
    await coverageOf(this.reads, scope, filter.campaignId ?? null);
    const order = { orderBy: 'q.tier, q.id', limit: MOST_GROUPS + 1 };
    const found = await readStandings(this.reads, { ...questionOf(scope, filter), ...order });
    refuseTooMany(scope, found.length, 'tier');
    return found;
  }

  /** The same as comma-separated values. Throws as above. */
  async tableOf(scope: Scope, { language = 'vi', ...filter }: QuotaTableQuery): Promise<string> {
    const columns = ['tier', 'councilName', 'places', 'proposed', 'used', 'left', 'waiting'] as const;
    const rows = await this.all(scope, filter);
    const heading = columns.map((name) => QUOTA_LABELS[name][language]);
    return csvText([heading, ...rows.map((row) => columns.map((name) => row[name]))]);
  }
}

function questionOf(
  scope: Scope,
  { campaignId, axis, year, tier, councilId }: QuotaStandingsFilter,
): Omit<StandingsQuestion, 'orderBy' | 'limit'> {
  const narrowed = [...equals('q.tier', tier), ...equals('q.council_id', councilId)];
  return { campaignId: campaignId ?? null, axis, year, quotas: allOf([coveredBy(scope, 'q.unit_path'), ...narrowed]) };
}
