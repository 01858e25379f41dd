// A projection over the cases of another feature: it reads their table, whose columns are there for tallies,
// and nothing else of them.
import type { TallyRow } from '../../workflows/tally';
import { dong, type LocalDate } from '../../workflows/kernel';
import type { RowReader } from '../platform/persistence';
import { ofCampaign } from './campaign-key';
import { AWARDED, ELIGIBLE, NOT_PROPOSED, RECOMMENDED, SENT_UP } from './case-states';

interface CaseRow extends Pick<
  TallyRow,
  'caseId' | 'tier' | 'family' | 'subjectKind' | 'subjectId' | 'unitId' | 'unitPath' | 'gender' | 'leaderLevel'
> {
  readonly state: string;
  readonly parentCaseId: string | null;
  readonly isUpward: number;
  readonly reviewId: string | null;
  readonly achievedTo: LocalDate;
  readonly decidedOn: LocalDate | null;
  readonly presentedOn: LocalDate | null;
  readonly paidOn: LocalDate | null;
  readonly amount: string | null;
  readonly directWorker: number | null;
  readonly leader: number | null;
}

/**
 * The cases of a campaign one by one, for the fold of the core: tallies are checked with it, never made with it.
 * Nothing of the statements that count is used, so that a mistake in those shows. What a person was at the time of the
 * award is known to the ledger alone.
 */
export async function casesForFold(rows: RowReader, campaignId: string | null): Promise<readonly TallyRow[]> {
  const { sql, params } = ofCampaign(campaignId);
  const cases = await rows.rows<CaseRow>(
    `SELECT a.id AS "caseId", a.state, a.parent_case_id AS "parentCaseId", a.tier, a.family, a.subject_kind AS "subjectKind",
       CASE WHEN asked.merged_into_id IS NULL THEN a.subject_id ELSE asked.merged_into_id END AS "subjectId", a.unit_id AS "unitId", a.unit_path AS "unitPath", a.is_upward AS "isUpward", a.review_id AS "reviewId",
       a.achieved_to AS "achievedTo", a.decided_on AS "decidedOn", a.presented_on AS "presentedOn",
       a.paid_on AS "paidOn", a.amount, p.gender, t.is_direct_worker AS "directWorker", t.is_leader AS "leader", t.leader_level AS "leaderLevel"
     FROM award_cases a LEFT JOIN tally_cases t ON t.case_id = a.id
       LEFT JOIN people asked ON asked.id = a.subject_id AND a.subject_kind = 'person'
       LEFT JOIN people p ON p.id = CASE WHEN asked.merged_into_id IS NULL THEN asked.id ELSE asked.merged_into_id END
     WHERE a.${sql}`,
    params,
  );
  const ids = new Set(cases.map(({ caseId }) => caseId));
  return cases
    .filter(({ state }) => !NOT_PROPOSED.includes(state))
    .filter(({ parentCaseId }) => parentCaseId === null || !ids.has(parentCaseId))
    .map(tallyRowOf);
}

function tallyRowOf(row: CaseRow): TallyRow {
  const { caseId, state, tier, family, subjectKind, subjectId, unitId, unitPath, gender, leaderLevel } = row;
  const grantedAbove = row.isUpward === 1 && AWARDED.includes(state);
  return {
    ...{ caseId, tier, family, subjectKind, subjectId, unitId, unitPath, gender, leaderLevel },
    achievedYear: yearOf(row.achievedTo),
    eligible: ELIGIBLE.includes(state) || RECOMMENDED.includes(state),
    inReview: row.reviewId !== null,
    recommended: RECOMMENDED.includes(state),
    sentUp: grantedAbove || SENT_UP.includes(state),
    decidedYear: row.decidedOn && yearOf(row.decidedOn),
    grantedAbove,
    presentedYear: row.presentedOn && yearOf(row.presentedOn),
    paid: row.paidOn !== null,
    revoked: state === 'revoked',
    amount: dong(row.amount ?? '0'),
    directWorker: row.directWorker === null ? null : row.directWorker === 1,
    leader: row.leader === null ? null : row.leader === 1,
  };
}

function yearOf(day: LocalDate): number {
  return Number(day.slice(0, 4));
}
