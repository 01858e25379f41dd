// A projection over the cases of another feature: it reads their table, whose columns are there for tallies,
// and nothing else of them.
import { TALLY_STAGES, type TallyRow } from '../../workflows/tally';
import { dong, type LocalDate } from '../../workflows/kernel';
import type { SqlCondition } from '../platform/auth/scope';
import type { RowReader } from '../platform/persistence';
import { ofCampaign } from './campaign-key';
import { CASE_FACTS, IS_AT, IS_PROPOSED, NOT_PROPOSED, RECOMMENDED, TALLY_AXES, YEAR_ON } from './case-stages';
import type { StageCount } from './tally-of-counts';

const GROUP = 'axis, year, family, subject_kind, stage';
const NUMBERS = 'COUNT(*) AS "awards", COUNT(DISTINCT subject_id) AS "heads", CAST(SUM(money) AS TEXT) AS "money"';
const SELECTED = `axis, year, family, subject_kind AS "subjectKind", stage, ${NUMBERS}`;

const PLACED = TALLY_AXES.map(
  (axis) =>
    `SELECT '${axis}' AS axis, ${YEAR_ON[axis]} AS year, counted.* FROM counted WHERE ${YEAR_ON[axis]} IS NOT NULL`,
).join(' UNION ALL ');

const STAGED = TALLY_STAGES.map(
  (stage) =>
    `SELECT axis, year, tier, family, subject_kind, subject_id, money, '${stage}' AS stage FROM placed WHERE ${IS_AT[stage]}`,
).join(' UNION ALL ');

/** Every number of the tally of these cases, on all axes, set-based: what the fold of the core gives, without its zeros. */
export function countCases(
  rows: RowReader,
  campaignId: string | null,
  among: SqlCondition,
): Promise<readonly StageCount[]> {
  const cases = casesWhere(campaignId, among);
  return rows.rows<StageCount>(
    `WITH counted AS (SELECT tier, family, subject_kind, subject_id, ${CASE_FACTS} FROM award_cases WHERE ${cases.sql}),
       placed AS (${PLACED}), staged AS (${STAGED})
     SELECT tier, ${SELECTED} FROM staged GROUP BY tier, ${GROUP}
     UNION ALL SELECT '' AS tier, ${SELECTED} FROM staged GROUP BY ${GROUP}`,
    cases.params,
  );
}

/** The cases of a tally that count at all. */
export function casesWhere(campaignId: string | null, among: SqlCondition): SqlCondition {
  const conditions = [ofCampaign(campaignId), IS_PROPOSED, among];
  return {
    sql: conditions.map(({ sql }) => sql).join(' AND '),
    params: conditions.flatMap(({ params }) => params),
  };
}

interface CaseRow {
  readonly caseId: string;
  readonly state: string;
  readonly tier: string;
  readonly family: TallyRow['family'];
  readonly subjectKind: TallyRow['subjectKind'];
  readonly subjectId: string;
  readonly unitId: string;
  readonly achievedTo: LocalDate;
  readonly decidedOn: LocalDate | null;
  readonly presentedOn: LocalDate | null;
  readonly paidOn: LocalDate | null;
  readonly amount: string | null;
}

/**
 * The same cases one by one, for the fold of the core: tallies are checked with it, never made with it.
 * Nothing of the statement above is used, so that a mistake in that shows.
 */
export async function casesForFold(rows: RowReader, campaignId: string | null): Promise<readonly TallyRow[]> {
  const { sql, params } = ofCampaign(campaignId);
  const cases = await rows.rows<CaseRow>(
    `SELECT id AS "caseId", state, tier, family, subject_kind AS "subjectKind", subject_id AS "subjectId",
       unit_id AS "unitId", achieved_to AS "achievedTo", decided_on AS "decidedOn", presented_on AS "presentedOn",
       paid_on AS "paidOn", amount
     FROM award_cases WHERE ${sql}`,
    params,
  );
  return cases.filter(({ state }) => !NOT_PROPOSED.includes(state)).map(tallyRowOf);
}

function tallyRowOf(row: CaseRow): TallyRow {
  const { caseId, state, tier, family, subjectKind, subjectId, unitId } = row;
  return {
    caseId,
    tier,
    family,
    subjectKind,
    subjectId,
    unitId,
    achievedYear: yearOf(row.achievedTo),
    recommended: RECOMMENDED.includes(state),
    decidedYear: row.decidedOn && yearOf(row.decidedOn),
    presentedYear: row.presentedOn && yearOf(row.presentedOn),
    paid: row.paidOn !== null,
    revoked: state === 'revoked',
    amount: dong(row.amount ?? '0'),
  };
}

function yearOf(day: LocalDate): number {
  return Number(day.slice(0, 4));
}
