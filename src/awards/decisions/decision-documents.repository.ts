import type { SubjectKind } from '../../people';
import type { RowReader } from '../../platform/persistence';

/** A line as stored, with its name as a commitment. */
export interface StoredLine {
  readonly caseId: string;
  readonly tier: string;
  readonly subjectKind: SubjectKind;
  readonly unitName: string;
  readonly amount: string | null;
  readonly prize: string | null;
  readonly code: string;
  readonly name: string;
  readonly state: string;
}

/** A correction as stored. */
export interface StoredCorrection {
  readonly caseId: string;
  readonly field: string;
  readonly number: string;
  readonly symbol: string;
  readonly correctedOn: string;
  readonly formerly: string | null;
  readonly shouldRead: string;
}

/** The head of a printed decision; undefined for one that was never issued. */
export async function readPaper(
  rows: RowReader,
  decisionId: string,
): Promise<{ readonly code: string; readonly authorityName: string; readonly signerName: string } | undefined> {
  const [paper] = await rows.rows<{ code: string; authorityName: string; signerName: string }>(
    `SELECT code, authority_name AS "authorityName", signer_name AS "signerName" FROM decision_papers
     WHERE decision_id = ?`,
    [decisionId],
  );
  return paper;
}

/** The lines of a printed decision as they read now, in the order of the paper. */
export function readLines(rows: RowReader, decisionId: string): Promise<StoredLine[]> {
  return rows.rows<StoredLine>(
    `SELECT p.case_id AS "caseId", c.tier, c.subject_kind AS "subjectKind", p.unit_name AS "unitName", p.amount,
       p.prize, p.code, COALESCE(p.corrected_name, p.name) AS name, c.state
     FROM decision_prints p JOIN decision_cases l ON l.decision_id = p.decision_id AND l.case_id = p.case_id
       JOIN award_cases c ON c.id = p.case_id
     WHERE p.decision_id = ? ORDER BY l.ordinal`,
    [decisionId],
  );
}

/** The corrections of a decision, first to last. */
export function readCorrections(rows: RowReader, decisionId: string): Promise<StoredCorrection[]> {
  return rows.rows<StoredCorrection>(
    `SELECT case_id AS "caseId", field, number, symbol, corrected_on AS "correctedOn", formerly,
       should_read AS "shouldRead"
     FROM decision_corrections WHERE decision_id = ? ORDER BY ordinal`,
    [decisionId],
  );
}
