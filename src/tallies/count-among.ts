import {
  emptyCounts,
  type TallyAxis,
  type TallyCounts,
  type TallyFamily,
  type TallyFilter,
} from '../../workflows/tally';
import { coveredBy } from '../platform/auth/scope';
import { allOf } from '../platform/http/pages/conditions';
import type { RowReader } from '../platform/persistence';
import { campaignKey } from './campaign-key';
import { countGroups } from './groups.repository';

/** Which cases other features ask a number of. */
export interface CountedCases {
  readonly axis: TallyAxis;
  /** Absent: of all campaigns and of none. */
  readonly campaignId?: string | undefined;
  /** Path of a unit: of it and of everything below it, however far the filter goes. */
  readonly under: string;
  readonly filter: TallyFilter;
}

/** All of these cases as one group, the two families apart. For other features: the caller has checked what may be seen. */
export async function countAmong(
  rows: RowReader,
  { axis, campaignId, under, filter }: CountedCases,
): Promise<Readonly<Record<TallyFamily, TallyCounts>>> {
  const scope = { everything: false, unitPaths: [under], councilIds: [], personId: null };
  const ofCampaign = { sql: 't.campaign_key = ?', params: [campaignKey(campaignId ?? null)] };
  const among = allOf([coveredBy(scope, 't.unit_path'), ...(campaignId === undefined ? [] : [ofCampaign])]);
  const { state, party } = await countGroups(rows, { axis, by: [], filter }, among);
  return { state: state[0]?.counts ?? emptyCounts(), party: party[0]?.counts ?? emptyCounts() };
}
