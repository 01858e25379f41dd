import type { TallyAxis, TallyDimension, TallyGroups } from '../../workflows/tally';
import { coveredBy, type SqlCondition } from '../platform/auth/scope';
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
  /**
   * Also the twins at the level above of cases that were sent up. They are the same awards, so that who counts awards over all
   * campaigns leaves them out; the money is theirs, since it is paid where it was decided.
   */
  readonly withTwins: boolean;
}

/** A twin is of no campaign: only over all campaigns do both stand in one answer. */
const IS_NO_TWIN: SqlCondition = {
  sql: `NOT EXISTS (SELECT 1 FROM award_cases twin JOIN award_cases below ON below.id = twin.parent_case_id
    WHERE twin.id = t.case_id)`,
  params: [],
};

/** These cases in groups, the two families apart. For other features: the caller has checked what may be seen. */
export function countAmong(
  rows: RowReader,
  { axis, campaignId, under, unitPath, by, withTwins }: CountedCases,
): Promise<TallyGroups> {
  const scope = { everything: false, unitPaths: [under], councilIds: [], personId: null };
  const ofCampaign = { sql: 't.campaign_key = ?', params: [campaignKey(campaignId ?? null)] };
  const whole = withTwins ? [] : [IS_NO_TWIN];
  const among = allOf([coveredBy(scope, 't.unit_path'), ...(campaignId === undefined ? whole : [ofCampaign])]);
  return countGroups(rows, { axis, by, filter: { unitPath } }, among);
}
