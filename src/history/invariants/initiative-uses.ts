import { pagesOf, scan, type Invariant, type Violation } from '../../platform/invariants';
import { placeholders, type RowReader } from '../../platform/persistence';

interface UseCount {
  readonly id: string;
  /** Uses that stand and were given no reason. */
  readonly plain: number;
  /** Uses that stand without a reason and without the place that needs none, or the other way round. */
  readonly odd: number;
  readonly withdrawn: number;
  readonly live: number;
}

/** An initiative backs one thing, and more only where somebody said why. */
export const initiativesBackOneThing: Invariant = {
  name: 'initiatives-back-one-thing',
  promise: 2,
  describe: {
    vi: 'Mỗi sáng kiến là căn cứ của một danh hiệu; dùng thêm phải có lý do.',
    en: 'An initiative backs one title; every further use has a reason.',
  },
  check: (context) => {
    const { reads } = context;
    return scan(context, { page: pagesOf(reads, 'initiatives'), judge: (ids) => overused(reads, ids) });
  },
};

async function overused(reads: RowReader, ids: readonly string[]): Promise<readonly Violation[]> {
  const rows = await reads.rows<UseCount>(
    `SELECT i.id, CASE WHEN i.withdrawn_at IS NULL THEN 0 ELSE 1 END AS "withdrawn",
       CAST(COUNT(u.id) AS INTEGER) AS "live",
       CAST(COALESCE(SUM(CASE WHEN u.override_reason IS NULL AND u.id IS NOT NULL THEN 1 ELSE 0 END), 0) AS INTEGER)
         AS "plain",
       CAST(COALESCE(SUM(CASE WHEN u.id IS NULL OR (u.override_reason IS NULL AND u.claim = i.id)
           OR (u.override_reason IS NOT NULL AND u.claim IS NULL) THEN 0 ELSE 1 END), 0) AS INTEGER) AS "odd"
     FROM initiatives i LEFT JOIN initiative_uses u ON u.initiative_id = i.id AND u.released_at IS NULL
     WHERE i.id IN ${placeholders(ids.length)} GROUP BY i.id, i.withdrawn_at ORDER BY i.id`,
    ids,
  );
  return rows.flatMap(({ id, plain, odd, withdrawn, live }) => {
    const faults = [
      ...(plain > 1 ? ['backs several things without a reason'] : []),
      ...(odd > 0 ? ['has a use whose place in the ledger is not its own'] : []),
      ...(withdrawn === 1 && live > 0 ? ['was withdrawn and still backs something'] : []),
    ];
    return faults.map((message) => ({ subject: `initiative ${id}`, message }));
  });
}
