import { verificationCode } from '../../../workflows/decision';
import { pagesOf, scan, type Invariant, type Violation } from '../../platform/invariants';
import { placeholders, type RowReader } from '../../platform/persistence';

/** What was issued was printed: every line of the list once, with the amount that its case was decided with. */
export const decisionPapers: Invariant = {
  name: 'decision-papers',
  promise: 1,
  describe: {
    vi: 'Mỗi quyết định đã ban hành được lưu như bản in, mỗi trường hợp một dòng, đúng số tiền và có mã xác minh.',
    en: 'Every issued decision is kept as it was printed: one line for each case, its amount and a code to verify it by.',
  },
  check: async (context) => {
    const page = pagesOf(context.reads, 'decisions');
    return scan(context, {
      page,
      judge: async (ids) => [
        ...(await wrongPapers(context.reads, ids)),
        ...(await wrongLines(context.reads, ids)),
        ...(await wrongCorrections(context.reads, ids)),
      ],
    });
  },
};

async function wrongPapers(reads: RowReader, ids: readonly string[]): Promise<readonly Violation[]> {
  const rows = await reads.rows<{
    id: string;
    issuedOn: string | null;
    code: string | null;
    listed: number;
    printed: number;
  }>(
    `SELECT d.id, d.issued_on AS "issuedOn", h.code,
       (SELECT COUNT(*) FROM decision_cases l WHERE l.decision_id = d.id) AS listed,
       (SELECT COUNT(*) FROM decision_prints p JOIN decision_cases l
          ON l.decision_id = p.decision_id AND l.case_id = p.case_id WHERE p.decision_id = d.id) AS printed
     FROM decisions d LEFT JOIN decision_papers h ON h.decision_id = d.id
     WHERE d.id IN ${placeholders(ids.length)} ORDER BY d.id`,
    ids,
  );
  return rows.flatMap(({ id, issuedOn, code, listed, printed }) => {
    if (issuedOn === null) return code === null && printed === 0 ? [] : [found(id, 'is printed and was never issued')];
    if (code === null || verificationCode(code) === undefined) return [found(id, 'was issued without a code')];
    return listed === printed ? [] : [found(id, `has ${listed} cases and ${printed} printed lines`)];
  });
}

async function wrongLines(reads: RowReader, ids: readonly string[]): Promise<readonly Violation[]> {
  const rows = await reads.rows<{ id: string; caseId: string; code: string; isOdd: number }>(
    `SELECT p.decision_id AS id, p.case_id AS "caseId", p.code,
       CASE WHEN c.decision_id = p.decision_id AND COALESCE(c.amount, '') <> COALESCE(p.amount, '') THEN 1 ELSE 0 END
         AS "isOdd"
     FROM decision_prints p JOIN award_cases c ON c.id = p.case_id
     WHERE p.decision_id IN ${placeholders(ids.length)} ORDER BY p.decision_id, p.case_id`,
    ids,
  );
  return rows.flatMap(({ id, caseId, code, isOdd }) => [
    ...(isOdd === 1 ? [found(id, `prints another amount than the case ${caseId} was decided with`)] : []),
    ...(verificationCode(code) === undefined ? [found(id, `prints no valid code for the case ${caseId}`)] : []),
  ]);
}

async function wrongCorrections(reads: RowReader, ids: readonly string[]): Promise<readonly Violation[]> {
  const rows = await reads.rows<{ id: string; caseId: string }>(
    `SELECT p.decision_id AS id, p.case_id AS "caseId" FROM decision_prints p
     WHERE p.decision_id IN ${placeholders(ids.length)} AND COALESCE(p.corrected_name, '') <> COALESCE(
       (SELECT k.should_read FROM decision_corrections k WHERE k.decision_id = p.decision_id AND k.case_id = p.case_id
          AND k.field = 'subject' ORDER BY k.ordinal DESC LIMIT 1), '')
     ORDER BY p.decision_id, p.case_id`,
    ids,
  );
  return rows.map(({ id, caseId }) => found(id, `prints another name for the case ${caseId} than its last correction`));
}

function found(id: string, message: string): Violation {
  return { subject: `decision ${id}`, message };
}
