// A projection over the cases of another feature and the people they are about: it reads their tables and nothing else of them.
import type { SqlCondition } from '../platform/auth/scope';
import { inChunks, placeholders, type RowReader, type Tx } from '../platform/persistence';
import { campaignKey } from './campaign-key';
import { AWARDED, ELIGIBLE, NOT_PROPOSED, RECOMMENDED, SENT_UP } from './case-states';
import type { LedgerRow } from './ledger-row';

const MOST_AT_ONCE = 500;

const list = (states: readonly string[]): string => states.map((state) => `'${state}'`).join(', ');
const flag = (condition: string): string => `CASE WHEN ${condition} THEN 1 ELSE 0 END`;
const year = (column: string): string => `CAST(SUBSTR(a.${column}, 1, 4) AS INTEGER)`;
const isIn = (states: readonly string[]): string => `a.state IN (${list(states)})`;

/** A tier that goes up is decided above: whoever was awarded one was sent up and granted it. */
const GRANTED_ABOVE = `a.is_upward = 1 AND ${isIn(AWARDED)}`;

/** Rows of one person that were merged are one subject: by the row that stays. */
const SUBJECT = 'COALESCE(asked.merged_into_id, a.subject_id)';
const PEOPLE = `LEFT JOIN people asked ON a.subject_kind = 'person' AND asked.id = a.subject_id
  LEFT JOIN people p ON p.id = COALESCE(asked.merged_into_id, asked.id)`;

/** What a person was when the award was decided stays so. */
const frozen = (column: string, now = `p.${column}`): string =>
  `CASE WHEN t.decided_year IS NULL THEN ${now} ELSE t.${column} END`;

/** As the core names levels: nobody said anything of others than persons. */
const LEADER_LEVEL = `CASE p.is_leader WHEN 0 THEN 'none' WHEN 1 THEN COALESCE(p.leader_level, 'unstated') END`;

/** What was sent up counts once, as the case that it began with: its twin at the level above is the same award. */
const IS_SUCCESSOR = `EXISTS (SELECT 1 FROM award_cases x WHERE x.id = a.parent_case_id
  AND COALESCE(x.campaign_id, '') = COALESCE(a.campaign_id, ''))`;

/** Every column of a row of the ledger, and what it is made of. */
const FACTS: Readonly<Record<string, string>> = {
  case_id: 'a.id',
  version: 'a.version',
  campaign_key: `COALESCE(a.campaign_id, '${campaignKey(null)}')`,
  tier: 'a.tier',
  family: 'a.family',
  subject_kind: 'a.subject_kind',
  subject_id: SUBJECT,
  unit_id: 'a.unit_id',
  unit_path: 'a.unit_path',
  achieved_year: year('achieved_to'),
  decided_year: year('decided_on'),
  presented_year: year('presented_on'),
  is_proposed: flag(`a.state NOT IN (${list(NOT_PROPOSED)}) AND NOT ${IS_SUCCESSOR}`),
  is_eligible: flag(isIn([...ELIGIBLE, ...RECOMMENDED])),
  is_in_review: flag('a.review_id IS NOT NULL'),
  is_recommended: flag(isIn(RECOMMENDED)),
  is_sent_up: flag(`${isIn(SENT_UP)} OR (${GRANTED_ABOVE})`),
  is_granted_above: flag(GRANTED_ABOVE),
  is_paid: flag('a.paid_on IS NOT NULL'),
  is_revoked: flag("a.state = 'revoked'"),
  money: "CAST(COALESCE(a.amount, '0') AS BIGINT)",
  is_direct_worker: frozen('is_direct_worker'),
  is_leader: frozen('is_leader'),
  leader_level: frozen('leader_level', LEADER_LEVEL),
};

const CASES = `award_cases a ${PEOPLE} LEFT JOIN tally_cases t ON t.case_id = a.id`;

const NAMES = Object.keys(FACTS);

/** Brings the rows of these cases up to what the cases are now, set-based. */
export async function renewLedger(tx: Tx, cases: SqlCondition): Promise<void> {
  await tx.change(
    `INSERT INTO tally_cases (${NAMES.join(', ')}) SELECT ${Object.values(FACTS).join(', ')} FROM ${CASES}
     WHERE ${cases.sql}
     ON CONFLICT (case_id) DO UPDATE SET ${NAMES.slice(1)
       .map((name) => `${name} = excluded.${name}`)
       .join(', ')}`,
    cases.params,
  );
}

/** Columns of a ledger row by its names, of `tally_cases t`. */
export const LEDGER_COLUMNS = `t.case_id AS "caseId", t.version, t.campaign_key AS "campaignKey", t.tier, t.family,
  t.subject_kind AS "subjectKind", t.subject_id AS "subjectId", t.unit_id AS "unitId", t.unit_path AS "unitPath",
  t.achieved_year AS "achievedYear", t.decided_year AS "decidedYear", t.presented_year AS "presentedYear",
  t.is_proposed AS "isProposed", t.is_eligible AS "isEligible", t.is_in_review AS "isInReview",
  t.is_recommended AS "isRecommended", t.is_sent_up AS "isSentUp", t.is_granted_above AS "isGrantedAbove",
  t.is_paid AS "isPaid", t.is_revoked AS "isRevoked", CAST(t.money AS TEXT) AS "money",
  t.is_direct_worker AS "isDirectWorker", t.is_leader AS "isLeader", t.leader_level AS "leaderLevel"`;

/** The ledger rows of these cases. */
export function readLedger(rows: RowReader, caseIds: readonly string[]): Promise<readonly LedgerRow[]> {
  if (caseIds.length === 0) return Promise.resolve([]);
  return rows.rows<LedgerRow>(
    `SELECT ${LEDGER_COLUMNS} FROM tally_cases t WHERE t.case_id IN ${placeholders(caseIds.length)}`,
    caseIds,
  );
}

/** Whether so many cases of a campaign were ever counted, or fewer: looks at no more of them than it must. */
export async function ledgerIsWithin(rows: RowReader, key: string, most: number): Promise<boolean> {
  const [counted] = await rows.rows<{ count: number }>(
    `SELECT COUNT(*) AS "count" FROM (SELECT 1 FROM tally_cases WHERE campaign_key = ? LIMIT ${most + 1}) those`,
    [key],
  );
  return (counted?.count ?? 0) <= most;
}

/** Those of these cases that have changed since they were counted, or never were. */
export async function readUncounted(rows: RowReader, caseIds: readonly string[]): Promise<readonly string[]> {
  const found = await rows.rows<{ id: string }>(
    `SELECT a.id FROM award_cases a LEFT JOIN tally_cases t ON t.case_id = a.id
     WHERE a.id IN ${placeholders(caseIds.length)} AND (t.version IS NULL OR t.version < a.version) ORDER BY a.id`,
    caseIds,
  );
  return found.map(({ id }) => id);
}

/** All rows of a campaign, or of the cases outside campaigns: for checks, which look at everything. */
export function readLedgerOfCampaign(rows: RowReader, campaignId: string | null): Promise<readonly LedgerRow[]> {
  return rows.rows<LedgerRow>(
    `SELECT ${LEDGER_COLUMNS} FROM tally_cases t WHERE t.campaign_key = ? ORDER BY t.case_id`,
    [campaignKey(campaignId)],
  );
}

/** All that is counted of these subjects in a campaign. */
export function readLedgerOfSubjects(
  rows: RowReader,
  key: string,
  subjectIds: readonly string[],
): Promise<readonly LedgerRow[]> {
  return rows.rows<LedgerRow>(
    `SELECT ${LEDGER_COLUMNS} FROM tally_cases t
     WHERE t.campaign_key = ? AND t.is_proposed = 1 AND t.subject_id IN ${placeholders(subjectIds.length)}`,
    [key, ...subjectIds],
  );
}

/** Where a case is to be counted now: its campaign and its subject. */
export interface CasePlace {
  readonly campaignKey: string;
  readonly subjectId: string;
}

/** The places of these cases as they are now. */
export function readPlaces(rows: RowReader, caseIds: readonly string[]): Promise<readonly CasePlace[]> {
  return rows.rows<CasePlace>(
    `SELECT ${FACTS.campaign_key ?? ''} AS "campaignKey", ${SUBJECT} AS "subjectId" FROM award_cases a ${PEOPLE}
     WHERE a.id IN ${placeholders(caseIds.length)}`,
    caseIds,
  );
}

/** The cases of these people, under whichever of their rows they stand. */
export async function readCasesOfPeople(rows: RowReader, personIds: readonly string[]): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const some of inChunks([...new Set(personIds)], MOST_AT_ONCE)) {
    const found = await rows.rows<{ id: string }>(
      `SELECT a.id FROM people p JOIN award_cases a ON a.subject_id = p.id AND a.subject_kind = 'person'
       WHERE p.id IN ${placeholders(some.length)} OR p.merged_into_id IN ${placeholders(some.length)} ORDER BY a.id`,
      [...some, ...some],
    );
    ids.push(...found.map(({ id }) => id));
  }
  return ids;
}
