import type { LocalDate } from '../../../workflows/kernel';
import { inChunks, placeholders, type RowReader } from '../../platform/persistence';

const MOST_AT_ONCE = 500;

/** A prize that was printed, with whose it is: of a person under the row that stays. */
export interface PrintedPrize {
  readonly caseId: string;
  readonly decisionId: string;
  readonly subjectId: string;
  readonly tier: string;
  readonly achievedFrom: LocalDate;
  readonly achievedTo: LocalDate;
  readonly issuedOn: LocalDate;
  /** Canonical JSON. */
  readonly prize: string;
}

/** Whose case it is, whichever row of a person was nominated. */
export const STAYING_SUBJECT = `COALESCE((SELECT s.merged_into_id FROM people s WHERE s.id = c.subject_id), c.subject_id)`;

const PRIZE = `p.case_id AS "caseId", p.decision_id AS "decisionId", ${STAYING_SUBJECT} AS "subjectId", c.tier,
  c.achieved_from AS "achievedFrom", c.achieved_to AS "achievedTo", d.issued_on AS "issuedOn", p.prize`;

const FROM = `FROM decision_prints p JOIN decisions d ON d.id = p.decision_id AND d.state IN ('issued', 'corrected')
  JOIN award_cases c ON c.id = p.case_id AND c.state <> 'revoked'`;

/** The prizes that these subjects were given by the decisions of one day that stand. */
export async function prizesOfDay(
  rows: RowReader,
  subjectIds: readonly string[],
  day: LocalDate,
): Promise<readonly PrintedPrize[]> {
  const found: PrintedPrize[] = [];
  for (const some of inChunks([...new Set(subjectIds)], MOST_AT_ONCE)) {
    found.push(
      ...(await rows.rows<PrintedPrize>(
        `SELECT ${PRIZE} ${FROM}
         WHERE d.issued_on = ? AND p.prize IS NOT NULL AND ${STAYING_SUBJECT} IN ${placeholders(some.length)}`,
        [day, ...some],
      )),
    );
  }
  return found;
}

/** The prizes of these cases as they were printed by decisions that stand. */
export async function prizesOfCases(rows: RowReader, caseIds: readonly string[]): Promise<readonly PrintedPrize[]> {
  const found: PrintedPrize[] = [];
  for (const some of inChunks([...new Set(caseIds)], MOST_AT_ONCE)) {
    found.push(
      ...(await rows.rows<PrintedPrize>(
        `SELECT ${PRIZE} ${FROM} WHERE p.prize IS NOT NULL AND p.case_id IN ${placeholders(some.length)}`,
        some,
      )),
    );
  }
  return found;
}
