import { pagesOf, scan, type Invariant, type Violation } from '../platform/invariants';
import { placeholders, type RowReader } from '../platform/persistence';
import type { PieceTerm } from '../../workflows/publicity';
import { pieceDeadlines } from './publicity';
import { readReports } from './publicity.repository';

/** What reminds of publicity is what is owed: no more, no less. */
const publicityDeadlines: Invariant = {
  name: 'publicity-deadlines',
  promise: 5,
  describe: {
    vi: 'Hạn báo cáo của mỗi nội dung tuyên truyền đúng bằng những gì còn chưa báo cáo.',
    en: 'The deadlines of every piece of publicity are the reports that are still owed, to the day.',
  },
  check: (context) =>
    scan(context, {
      page: pagesOf(context.reads, 'publicity_pieces'),
      judge: (ids) => differing(context.reads, ids),
    }),
};

/** What publicity plans promise, for `thidua verify`. */
export const publicityInvariants: readonly Invariant[] = [publicityDeadlines];

type PieceRow = PieceTerm & { readonly id: string; readonly body: string | null; readonly droppedAt: string | null };

async function differing(reads: RowReader, ids: readonly string[]): Promise<readonly Violation[]> {
  const pieces = await reads.rows<PieceRow>(
    `SELECT id, cadence, starts_on AS "startsOn", due_on AS "dueOn", charged_body AS "body", dropped_at AS "droppedAt"
     FROM publicity_pieces WHERE id IN ${placeholders(ids.length)} ORDER BY id`,
    ids,
  );
  const reports = await readReports(reads, ids);
  const stored = await reads.rows<{ streamId: string; kind: string; dueOn: string }>(
    `SELECT stream_id AS "streamId", kind, due_on AS "dueOn" FROM deadlines
     WHERE status <> 'dropped' AND stream_id IN ${placeholders(ids.length)} ORDER BY due_on`,
    ids,
  );
  return pieces.flatMap(({ id, body, droppedAt, ...term }) => {
    const piece = { ...term, isOutside: body !== null };
    const owed = droppedAt === null ? pieceDeadlines(piece, reports.get(id) ?? []) : [];
    const expected = owed.map(({ kind, dueOn }) => `${kind} ${dueOn}`).join();
    const found = stored.filter(({ streamId }) => streamId === id).map(({ kind, dueOn }) => `${kind} ${dueOn}`);
    return expected === found.join()
      ? []
      : [{ subject: `publicityPiece ${id}`, message: 'has other deadlines than the reports it owes' }];
  });
}
