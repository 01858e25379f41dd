// A projection over the quotas of another feature: it reads their tables and nothing else of them.
import type { QuotaQuestion, QuotaStanding, TallyQuota, TallyQuotaEntry } from '../../workflows/tally';
import type { SqlCondition } from '../platform/auth/scope';
import { allOf } from '../platform/http/pages/conditions';
import { placeholders, inChunks, type RowReader } from '../platform/persistence';
import { campaignKey, ofCampaign } from './campaign-key';
import { inYear } from './groups.repository';

/** How a quota stands, and who gives its places. */
export interface NamedStanding extends QuotaStanding {
  /** Name of the council or the cluster. */
  readonly councilName: string;
}

/** What is asked of quotas, beside the cases that count as proposed. */
export interface StandingsQuestion extends QuotaQuestion {
  /** Null: quotas outside campaigns. */
  readonly campaignId: string | null;
  readonly quotas: SqlCondition;
  readonly orderBy: string;
  readonly limit: number;
}

type StandingRow = Omit<NamedStanding, 'isOpen'> & { readonly openKey: string | null };

const MOST_AT_ONCE = 500;

const entriesThatAre = (state: string): string =>
  `(SELECT COUNT(*) FROM review_quota_entries e WHERE e.quota_id = q.id AND e.state = '${state}')`;

const QUOTA = `q.id AS "quotaId", q.council_id AS "councilId", q.unit_id AS "unitId", q.tier, q.places, q.open_key AS "openKey"`;

/** How quotas `q` of a campaign stand: what `foldQuotas` of the core gives. */
export async function readStandings(
  rows: RowReader,
  { campaignId, axis, year, quotas, orderBy, limit }: StandingsQuestion,
): Promise<readonly NamedStanding[]> {
  const proposed = inYear(axis, year);
  const which = allOf([{ ...ofCampaign(campaignId), sql: `q.${ofCampaign(campaignId).sql}` }, quotas]);
  const found = await rows.rows<StandingRow>(
    `SELECT s.*, s.places - s.used AS "left" FROM (
       SELECT ${QUOTA}, COALESCE(c.name, k.name, '') AS "councilName",
         ${entriesThatAre('placed')} AS used, ${entriesThatAre('waiting')} AS waiting,
         (SELECT COUNT(*) FROM tally_cases t WHERE t.campaign_key = ? AND t.tier = q.tier AND ${proposed.sql}
            AND t.unit_path >= q.unit_path AND t.unit_path < SUBSTR(q.unit_path, 1, LENGTH(q.unit_path) - 1) || '0'
         ) AS proposed
       FROM review_quotas q LEFT JOIN councils c ON c.id = q.council_id LEFT JOIN clusters k ON k.id = q.council_id
       WHERE ${which.sql} ORDER BY ${orderBy} LIMIT ${limit}) s`,
    [campaignKey(campaignId), ...proposed.params, ...which.params],
  );
  return found.map(({ openKey, ...standing }) => ({ ...standing, isOpen: openKey !== null }));
}

/** Quotas of a campaign and their ledgers line by line, for the fold of the core. */
export async function quotasForFold(
  rows: RowReader,
  campaignId: string | null,
): Promise<{ readonly quotas: readonly TallyQuota[]; readonly entries: readonly TallyQuotaEntry[] }> {
  const { sql, params } = ofCampaign(campaignId);
  const found = await rows.rows<Omit<TallyQuota, 'isOpen'> & { readonly openKey: string | null }>(
    `SELECT ${QUOTA}, q.unit_path AS "unitPath" FROM review_quotas q WHERE q.${sql}`,
    params,
  );
  const entries: TallyQuotaEntry[] = [];
  for (const some of inChunks(found, MOST_AT_ONCE)) {
    entries.push(
      ...(await rows.rows<TallyQuotaEntry>(
        `SELECT quota_id AS "quotaId", state FROM review_quota_entries WHERE quota_id IN ${placeholders(some.length)}`,
        some.map(({ quotaId }) => quotaId),
      )),
    );
  }
  return { quotas: found.map(({ openKey, ...quota }) => ({ ...quota, isOpen: openKey !== null })), entries };
}
