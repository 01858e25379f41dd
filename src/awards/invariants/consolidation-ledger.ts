import { pagesOf, scan, type Invariant, type Violation } from '../../platform/invariants';
import { placeholders, type RowReader } from '../../platform/persistence';

/** The ledger of living lists says what the lists say: so that no case stands on two of them. */
export const consolidationLedger: Invariant = {
  name: 'consolidation-ledger',
  promise: 2,
  describe: {
    vi: 'Không trường hợp nào nằm trong hai danh sách tổng hợp đang có hiệu lực.',
    en: 'No case stands on two living consolidated lists.',
  },
  check: async (context) => {
    const page = pagesOf(context.reads, 'consolidations');
    return scan(context, { page, judge: (ids) => wrongHolds(context.reads, ids) });
  },
};

async function wrongHolds(reads: RowReader, ids: readonly string[]): Promise<readonly Violation[]> {
  const rows = await reads.rows<{ id: string; state: string; listed: number; held: number; both: number }>(
    `SELECT k.id, k.state,
       (SELECT COUNT(*) FROM consolidation_cases l WHERE l.consolidation_id = k.id) AS "listed",
       (SELECT COUNT(*) FROM consolidation_holds h WHERE h.consolidation_id = k.id) AS "held",
       (SELECT COUNT(*) FROM consolidation_cases l JOIN consolidation_holds h
          ON h.case_id = l.case_id AND h.consolidation_id = l.consolidation_id WHERE l.consolidation_id = k.id) AS "both"
     FROM consolidations k WHERE k.id IN ${placeholders(ids.length)} ORDER BY k.id`,
    ids,
  );
  return rows.flatMap(({ id, state, listed, held, both }) => {
    const expected = state === 'closed' || state === 'dissolved' ? 0 : listed;
    if (held === expected && both === expected) return [];
    return [{ subject: `consolidation ${id}`, message: `is ${state} with ${listed} cases and holds ${held}` }];
  });
}
