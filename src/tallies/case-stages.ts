import type { TallyAxis, TallyStage } from '../../workflows/tally';
import type { SqlCondition } from '../platform/auth/scope';

/**
 * States in which a case is not before the authority: not handed in yet, back with its unit, or given up.
 * The states belong to the machine of the case; a test goes through all of them.
 */
export const NOT_PROPOSED: readonly string[] = ['draft', 'returned', 'withdrawn'];

/** States that a case reaches only once the council, or the appraisal where there is no council, has recommended it. */
export const RECOMMENDED: readonly string[] = [
  'recommended',
  'onHold.recommended',
  'decided',
  'presented',
  'refused',
  'sentUp',
  'grantedAbove',
  'refusedAbove',
  'returnedFromAbove',
  'revoked',
];

const list = (states: readonly string[]): string => states.map((state) => `'${state}'`).join(', ');

/** What SQL sees of a case, beside its own columns: the facts that stages and axes are told by. */
export const CASE_FACTS = `
  CAST(SUBSTR(achieved_to, 1, 4) AS INTEGER) AS achieved_year,
  CAST(SUBSTR(decided_on, 1, 4) AS INTEGER) AS decided_year,
  CAST(SUBSTR(presented_on, 1, 4) AS INTEGER) AS presented_year,
  CAST(COALESCE(amount, '0') AS BIGINT) AS money,
  CASE WHEN state IN (${list(RECOMMENDED)}) THEN 1 ELSE 0 END AS is_recommended,
  CASE WHEN paid_on IS NULL THEN 0 ELSE 1 END AS is_paid,
  CASE WHEN state = 'revoked' THEN 1 ELSE 0 END AS is_revoked`;

/** Cases that count at all. */
export const IS_PROPOSED: SqlCondition = { sql: `state NOT IN (${list(NOT_PROPOSED)})`, params: [] };

/**
 * The year of a case on each axis. An achievement counts in the year in which its period ends;
 * a case without a decision or a presentation is not on that axis yet.
 */
export const YEAR_ON: Readonly<Record<TallyAxis, string>> = {
  achievement: 'achieved_year',
  decision: 'decided_year',
  presentation: 'presented_year',
};

/** When a case counts at a stage, over the columns of `CASE_FACTS`; the same as the core's. */
export const IS_AT: Readonly<Record<TallyStage, string>> = {
  proposed: '1 = 1',
  recommended: 'is_recommended = 1',
  decided: 'decided_year IS NOT NULL AND is_revoked = 0',
  presented: 'presented_year IS NOT NULL AND is_revoked = 0',
  paid: 'is_paid = 1 AND is_revoked = 0',
  revoked: 'is_revoked = 1',
};

/** All axes. */
export const TALLY_AXES = Object.keys(YEAR_ON) as readonly TallyAxis[];
