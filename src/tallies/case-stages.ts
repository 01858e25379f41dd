import type { TallyAxis, TallyStage } from '../../workflows/tally';

/**
 * The year of a case on each axis, over `tally_cases t`. An achievement counts in the year in which its period ends;
 * a case without a decision or a presentation is not on that axis yet.
 */
export const YEAR_ON: Readonly<Record<TallyAxis, string>> = {
  achievement: 't.achieved_year',
  decision: 't.decided_year',
  presentation: 't.presented_year',
};

/** When a case that is proposed counts at a stage, over `tally_cases t`; the same as the core's. */
export const IS_AT: Readonly<Record<TallyStage, string>> = {
  proposed: 't.is_proposed = 1',
  eligible: 't.is_eligible = 1',
  inReview: 't.is_in_review = 1',
  recommended: 't.is_recommended = 1',
  sentUp: 't.is_sent_up = 1',
  decided: 't.decided_year IS NOT NULL AND t.is_revoked = 0',
  grantedAbove: 't.is_granted_above = 1 AND t.decided_year IS NOT NULL AND t.is_revoked = 0',
  presented: 't.presented_year IS NOT NULL AND t.is_revoked = 0',
  paid: 't.is_paid = 1 AND t.is_revoked = 0',
  revoked: 't.is_revoked = 1',
};

/** All axes. */
export const TALLY_AXES = Object.keys(YEAR_ON) as readonly TallyAxis[];
