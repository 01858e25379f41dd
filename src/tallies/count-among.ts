import type { TallyAxis, TallyDimension, TallyGroups } from '../../workflows/tally';
import { coveredBy } from '../platform/auth/scope';
import { allOf } from '../platform/http/pages/conditions';
import type { RowReader } from '../platform/persistence';
import { campaignKey } from './campaign-key';
import { countGroups } from './groups.repository';

/** Which cases other features ask numbers of. */
export interface CountedCases {
  readonly axis: TallyAxis;
  /** Absent: of all campaigns and of none. */
  readonly campaignId?: string | undefined;
  /** Path of a unit: of it and of everything below it, however far `unitPath` goes. */
  readonly under: string;
  /** Path of a unit: of it and of everything below it. */
  readonly unitPath?: string | undefined;
  readonly by: readonly TallyDimension[];
}

/** These cases in groups, the two families apart. For other features: the caller has checked what may be seen. */
export function countAmong(
  rows: RowReader,
  { axis, campaignId, under, unitPath, by }: CountedCases,
): Promise<TallyGroups> {
  const scope = { everything: false, unitPaths: [under], councilIds: [], personId: null };
  const ofCampaign = { sql: 't.campaign_key = ?', params: [campaignKey(campaignId ?? null)] };
  const among = allOf([coveredBy(scope, 't.unit_path'), ...(campaignId === undefined ? [] : [ofCampaign])]);
  return countGroups(rows, { axis, by, filter: { unitPath } }, among);
}
