import { pagesOf, scan, type Invariant, type Violation } from '../../platform/invariants';
import { placeholders, type RowReader } from '../../platform/persistence';

/** Every award rests on a decision in force that names it, and every decision in force was followed by its cases. */
export const decidedCasesHaveDecisions: Invariant = {
  name: 'decided-cases-have-decisions',
  promise: 1,
  describe: {
    vi: 'Mỗi trường hợp đã quyết định có quyết định còn hiệu lực ghi tên mình, và ngược lại.',
    en: 'Every decided case has an issued decision that names it, and the other way round.',
  },
  check: async (context) => {
    const { reads } = context;
    const cases = pagesOf(reads, 'award_cases');
    const decisions = pagesOf(reads, 'decisions');
    return [
      ...(await scan(context, { page: cases, judge: (ids) => withoutDecision(reads, ids) })),
      ...(await scan(context, { page: decisions, judge: (ids) => notFollowed(reads, ids) })),
    ];
  },
};

// A decision that was revoked a moment ago still has awards: the job that revokes them is on its way.
const IN_FORCE = `(d.state IN ('issued', 'corrected')
  OR (d.state = 'revoked' AND (d.settled_state IS NULL OR d.settled_state <> 'revoked')))`;

async function withoutDecision(reads: RowReader, ids: readonly string[]): Promise<readonly Violation[]> {
  const rows = await reads.rows<{ id: string; state: string; decisionId: string | null }>(
    `SELECT c.id, c.state, c.decision_id AS "decisionId" FROM award_cases c
     WHERE c.id IN ${placeholders(ids.length)} AND c.state IN ('decided', 'presented')
       AND NOT EXISTS (SELECT 1 FROM decisions d JOIN decision_cases l ON l.decision_id = d.id
         WHERE d.id = c.decision_id AND l.case_id = c.id AND (${IN_FORCE}
           OR EXISTS (SELECT 1 FROM decision_conflicts x WHERE x.decision_id = d.id AND x.case_id = c.id
             AND x.command = 'award.revoke')))
     ORDER BY c.id`,
    ids,
  );
  return rows.map(({ id, state, decisionId }) => ({
    subject: `award ${id}`,
    message: `is ${state} without a decision in force that names it (${decisionId ?? 'none'})`,
  }));
}

async function notFollowed(reads: RowReader, ids: readonly string[]): Promise<readonly Violation[]> {
  const rows = await reads.rows<{ decisionId: string; caseId: string; state: string }>(
    `SELECT d.id AS "decisionId", c.id AS "caseId", c.state FROM decisions d
       JOIN decision_cases l ON l.decision_id = d.id JOIN award_cases c ON c.id = l.case_id
     WHERE d.id IN ${placeholders(ids.length)} AND d.state IN ('issued', 'corrected') AND d.settled_state = 'issued'
       AND (c.decision_id IS NULL OR c.decision_id <> d.id)
       AND NOT EXISTS (SELECT 1 FROM decision_conflicts x WHERE x.decision_id = d.id AND x.case_id = c.id)
     ORDER BY d.id, l.ordinal LIMIT 1000`,
    ids,
  );
  return rows.map(({ decisionId, caseId, state }) => ({
    subject: `decision ${decisionId}`,
    message: `was issued, but its case ${caseId} is ${state} and no conflict says why`,
  }));
}
