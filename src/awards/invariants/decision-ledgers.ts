import { pagesOf, scan, type Invariant, type Violation } from '../../platform/invariants';
import { placeholders, type RowReader } from '../../platform/persistence';

/** The two ledgers of decisions say what the decisions say: no number twice, no case on two living decisions. */
export const decisionLedgers: Invariant = {
  name: 'decision-ledgers',
  promise: 2,
  describe: {
    vi: 'Không số quyết định nào được cấp hai lần; không trường hợp nào nằm trong hai quyết định đang có hiệu lực.',
    en: 'No number of a decision is given twice, and no case stands on two living decisions.',
  },
  check: async (context) => {
    const page = pagesOf(context.reads, 'decisions');
    return scan(context, {
      page,
      judge: async (ids) => [...(await wrongNumbers(context.reads, ids)), ...(await wrongHolds(context.reads, ids))],
    });
  },
};

async function wrongNumbers(reads: RowReader, ids: readonly string[]): Promise<readonly Violation[]> {
  const rows = await reads.rows<{
    id: string;
    number: string | null;
    corrections: number;
    usedCount: number;
    used: number;
  }>(
    `SELECT d.id, d.number,
       (SELECT COUNT(*) FROM decision_corrections k WHERE k.decision_id = d.id) AS corrections,
       (SELECT COUNT(*) FROM decision_numbers n WHERE n.decision_id = d.id) AS "usedCount",
       (SELECT COUNT(*) FROM decision_numbers n WHERE n.decision_id = d.id AND n.number = d.number
          AND n.year = d.year AND n.authority_unit_id = d.authority_unit_id) AS "used"
     FROM decisions d WHERE d.id IN ${placeholders(ids.length)} ORDER BY d.id`,
    ids,
  );
  return rows.flatMap(({ id, number, corrections, usedCount, used }) => {
    const expected = number === null ? 0 : 1;
    // Every correction has a number of its own.
    if (usedCount === expected + corrections && used === expected) return [];
    return [{ subject: `decision ${id}`, message: `has the number ${number ?? 'none'}, the ledger another one` }];
  });
}

async function wrongHolds(reads: RowReader, ids: readonly string[]): Promise<readonly Violation[]> {
  const rows = await reads.rows<{
    id: string;
    state: string;
    listed: number;
    revoked: number;
    held: number;
    both: number;
  }>(
    `SELECT d.id, d.state,
       (SELECT COUNT(*) FROM decision_cases l WHERE l.decision_id = d.id) AS "listed",
       (SELECT COUNT(*) FROM decision_revocations r WHERE r.decision_id = d.id) AS revoked,
       (SELECT COUNT(*) FROM decision_holds h WHERE h.decision_id = d.id) AS "held",
       (SELECT COUNT(*) FROM decision_cases l JOIN decision_holds h
          ON h.case_id = l.case_id AND h.decision_id = l.decision_id WHERE l.decision_id = d.id) AS "both"
     FROM decisions d WHERE d.id IN ${placeholders(ids.length)} ORDER BY d.id`,
    ids,
  );
  return rows.flatMap(({ id, state, listed, revoked, held, both }) => {
    const expected = state === 'revoked' || state === 'cancelled' ? 0 : listed - revoked;
    if (held === expected && both === expected) return [];
    return [{ subject: `decision ${id}`, message: `is ${state} with ${listed} cases and holds ${held}` }];
  });
}
