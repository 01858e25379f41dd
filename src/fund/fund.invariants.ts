import { dong } from '../../workflows/kernel';
import { pagesOf, scan, type Invariant, type Violation } from '../platform/invariants';
import { placeholders, type RowReader } from '../platform/persistence';

/** A prize that was paid is one entry in the books of who decided it. */
const paymentsBookedOnce: Invariant = {
  name: 'payments-booked-once',
  promise: 2,
  describe: {
    vi: 'Mỗi khoản tiền thưởng đã chi được ghi sổ quỹ đúng một lần, đúng số tiền.',
    en: 'Every prize that was paid is booked exactly once, with its amount.',
  },
  check: (context) =>
    scan(context, {
      page: pagesOf(context.reads, 'award_cases'),
      judge: (ids) => misbooked(context.reads, ids),
    }),
};

/** What came back of revoked awards is what the books have. */
const recoveriesEqualBooks: Invariant = {
  name: 'recoveries-equal-books',
  promise: 7,
  describe: {
    vi: 'Số tiền đã thu hồi của mỗi trường hợp bằng tổng các khoản thu hồi đã ghi sổ quỹ, không vượt số phải thu hồi.',
    en: 'The money recovered of every case is the sum of its entries in the books, and at most what was due.',
  },
  check: (context) =>
    scan(context, {
      page: pagesOf(context.reads, 'recoveries'),
      judge: (ids) => unequal(context.reads, ids),
    }),
};

/** What funds promise, for `thidua verify`. */
export const fundInvariants: readonly Invariant[] = [paymentsBookedOnce, recoveriesEqualBooks];

/** The job that books is on its way: nothing is wrong yet. */
const onItsWay = (job: string, id: string): string =>
  `EXISTS (SELECT 1 FROM outbox o WHERE o.job = '${job}' AND o.done_at IS NULL AND o.payload LIKE '%' || ${id} || '%')`;

async function misbooked(reads: RowReader, ids: readonly string[]): Promise<readonly Violation[]> {
  const rows = await reads.rows<{ id: string; paid: string | null; count: number; booked: string | null }>(
    `SELECT c.id, CASE WHEN c.paid_on IS NULL OR c.decision_id IS NULL THEN NULL ELSE c.amount END AS paid,
       COUNT(e.id) AS count, CAST(SUM(e.amount) AS TEXT) AS booked
     FROM award_cases c LEFT JOIN fund_entries e ON e.case_id = c.id AND e.source = 'payment'
     WHERE c.id IN ${placeholders(ids.length)} AND NOT ${onItsWay('book-payment', 'c.id')}
     GROUP BY c.id, c.paid_on, c.decision_id, c.amount ORDER BY c.id`,
    ids,
  );
  return rows.flatMap(({ id, paid, count, booked }) => {
    const isRight = paid === null ? count === 0 : count === 1 && booked === paid;
    if (isRight) return [];
    return [{ subject: `award ${id}`, message: `was paid ${paid ?? 'nothing'} and is booked ${count} times` }];
  });
}

async function unequal(reads: RowReader, ids: readonly string[]): Promise<readonly Violation[]> {
  const rows = await reads.rows<{ id: string; caseId: string; due: string; recovered: string; booked: string | null }>(
    `SELECT r.id, r.case_id AS "caseId", r.money_due AS due, r.money_recovered AS recovered,
       CAST((SELECT SUM(e.amount) FROM fund_entries e WHERE e.case_id = r.case_id AND e.source = 'recovery') AS TEXT)
         AS booked
     FROM recoveries r WHERE r.id IN ${placeholders(ids.length)} AND NOT ${onItsWay('book-recovery', 'r.case_id')}
     ORDER BY r.id`,
    ids,
  );
  return rows.flatMap(({ id, due, recovered, booked }) => {
    const isRight = recovered === (booked ?? '0') && BigInt(dong(recovered)) <= BigInt(dong(due));
    if (isRight) return [];
    return [
      {
        subject: `recovery ${id}`,
        message: `has ${recovered} of ${due} back, and the books have ${booked ?? '0'}`,
      },
    ];
  });
}
