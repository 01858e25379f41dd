import { inChunks, placeholders, type RowReader } from '../../platform/persistence';

const MOST_AT_ONCE = 500;

/** Cases of one tier that go one way. */
export interface TierCount {
  readonly tier: string;
  /** A higher level decides. */
  readonly isUpward: boolean;
  readonly caseCount: number;
  /** Cases among them that no council or officer has recommended, or that have moved on. */
  readonly notReady: number;
}

interface TierRow extends Omit<TierCount, 'isUpward'> {
  readonly isUpward: number;
}

const COUNTS = `c.tier, c.is_upward AS "isUpward", COUNT(*) AS "caseCount",
  COUNT(CASE WHEN c.state = 'recommended' THEN NULL ELSE 1 END) AS "notReady"`;

/** Counts the cases on the list of a decision. */
export async function countListed(rows: RowReader, decisionId: string): Promise<readonly TierCount[]> {
  const found = await rows.rows<TierRow>(
    `SELECT ${COUNTS} FROM decision_cases l JOIN award_cases c ON c.id = l.case_id
     WHERE l.decision_id = ? GROUP BY c.tier, c.is_upward`,
    [decisionId],
  );
  return found.map((row) => ({ ...row, isUpward: row.isUpward === 1 }));
}

/** The review rounds that considered cases on the list of a decision. */
export async function reviewsOfListed(rows: RowReader, decisionId: string): Promise<readonly string[]> {
  const found = await rows.rows<{ reviewId: string }>(
    `SELECT DISTINCT c.review_id AS "reviewId" FROM decision_cases l JOIN award_cases c ON c.id = l.case_id
     WHERE l.decision_id = ? AND c.review_id IS NOT NULL`,
    [decisionId],
  );
  return found.map(({ reviewId }) => reviewId);
}

/** Counts those of these cases that were submitted to this authority; others are as if they did not exist. */
export async function countAsked(
  rows: RowReader,
  caseIds: readonly string[],
  authorityUnitId: string,
): Promise<readonly TierCount[]> {
  const found: TierCount[] = [];
  for (const some of inChunks([...new Set(caseIds)], MOST_AT_ONCE)) {
    const counts = await rows.rows<TierRow>(
      `SELECT ${COUNTS} FROM award_cases c JOIN dossiers d ON d.id = c.dossier_id
       WHERE c.id IN ${placeholders(some.length)} AND d.authority_unit_id = ? GROUP BY c.tier, c.is_upward`,
      [...some, authorityUnitId],
    );
    found.push(...counts.map((row) => ({ ...row, isUpward: row.isUpward === 1 })));
  }
  return found;
}

/** Counts those of these cases that are on the list. */
export async function countOnList(rows: RowReader, decisionId: string, caseIds: readonly string[]): Promise<number> {
  let count = 0;
  for (const some of inChunks([...new Set(caseIds)], MOST_AT_ONCE)) {
    const [found] = await rows.rows<{ count: number }>(
      `SELECT COUNT(*) AS count FROM decision_cases WHERE decision_id = ? AND case_id IN ${placeholders(some.length)}`,
      [decisionId, ...some],
    );
    count += found?.count ?? 0;
  }
  return count;
}
