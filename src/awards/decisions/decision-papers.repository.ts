import type { LocalDate } from '../../../workflows/kernel';
import type { SubjectKind } from '../../people';
import { insertRows, type RowReader, type Tx } from '../../platform/persistence';
import { STAYING_SUBJECT } from './prizes-due.repository';

/** A case on a list, as it is about to be printed. */
export interface UnprintedLine {
  readonly caseId: string;
  /** Place on the paper, from 0. */
  readonly ordinal: number;
  readonly tier: string;
  readonly subjectKind: SubjectKind;
  readonly subjectId: string;
  /** Of a person the row that stays. */
  readonly claimantId: string;
  readonly achievedFrom: LocalDate;
  readonly achievedTo: LocalDate;
  /** The unit that nominated. */
  readonly unitName: string;
}

/** What is printed of a case. */
export interface PrintedLine {
  readonly caseId: string;
  readonly code: string;
  /** Commitment of the name. */
  readonly name: string;
  readonly unitName: string;
  readonly amount: string | null;
  /** Canonical JSON. */
  readonly prize: string | null;
}

/** The head of a paper, with the signer's name as a commitment. */
export interface PrintedHead {
  readonly code: string;
  readonly authorityName: string;
  readonly signerName: string;
}

/** All cases on the list of a decision, in the order of the paper. */
export function readUnprinted(rows: RowReader, decisionId: string): Promise<UnprintedLine[]> {
  return rows.rows<UnprintedLine>(
    `SELECT c.id AS "caseId", l.ordinal, c.tier, c.subject_kind AS "subjectKind", c.subject_id AS "subjectId",
       ${STAYING_SUBJECT} AS "claimantId", c.achieved_from AS "achievedFrom", c.achieved_to AS "achievedTo",
       u.name AS "unitName"
     FROM decision_cases l JOIN award_cases c ON c.id = l.case_id JOIN units u ON u.id = c.unit_id
     WHERE l.decision_id = ? ORDER BY l.ordinal`,
    [decisionId],
  );
}

/** The person that a user is; undefined for a user who is none. */
export async function readSigner(
  rows: RowReader,
  userId: string,
): Promise<{ readonly personId: string; readonly name: string } | undefined> {
  const [signer] = await rows.rows<{ personId: string; name: string }>(
    `SELECT p.id AS "personId", p.name FROM users u JOIN people p ON p.id = u.person_id WHERE u.id = ?`,
    [userId],
  );
  return signer;
}

/** Keeps what was printed. */
export async function insertPaper(
  tx: Tx,
  decisionId: string,
  head: PrintedHead,
  lines: readonly PrintedLine[],
): Promise<void> {
  await insertRows(tx, 'decision_papers', [
    { decision_id: decisionId, code: head.code, authority_name: head.authorityName, signer_name: head.signerName },
  ]);
  await insertRows(
    tx,
    'decision_prints',
    lines.map(({ caseId, code, name, unitName, amount, prize }) => ({
      ...{ decision_id: decisionId, case_id: caseId, code, name, unit_name: unitName, amount, prize },
    })),
  );
}

/** The name on a line as it reads now, and whose name it is; undefined for a line that was not printed. */
export async function readPrintedName(
  rows: RowReader,
  decisionId: string,
  caseId: string,
): Promise<{ readonly name: string; readonly subjectKind: SubjectKind; readonly subjectId: string } | undefined> {
  const [line] = await rows.rows<{ name: string; subjectKind: SubjectKind; subjectId: string }>(
    `SELECT COALESCE(p.corrected_name, p.name) AS name, c.subject_kind AS "subjectKind", c.subject_id AS "subjectId"
     FROM decision_prints p JOIN award_cases c ON c.id = p.case_id WHERE p.decision_id = ? AND p.case_id = ?`,
    [decisionId, caseId],
  );
  return line;
}
