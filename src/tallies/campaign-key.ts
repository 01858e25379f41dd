import type { SqlCondition } from '../platform/auth/scope';

/** Stands for all cases outside campaigns: a key is never null. */
const OUTSIDE = 'none';

/** The key under which the numbers of a campaign are kept; null is for cases outside campaigns. */
export function campaignKey(campaignId: string | null): string {
  return campaignId ?? OUTSIDE;
}

/** Rows of a campaign, or outside campaigns. */
export function ofCampaign(campaignId: string | null): SqlCondition {
  return campaignId === null
    ? { sql: 'campaign_id IS NULL', params: [] }
    : { sql: 'campaign_id = ?', params: [campaignId] };
}
