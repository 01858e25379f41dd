import { pagesOf, scan, type Invariant, type Violation } from '../../platform/invariants';
import { placeholders, type RowReader } from '../../platform/persistence';

/** The last day that a dossier shows is the one that its deadline reminds of; none where it has none. */
export const appraisalDeadlines: Invariant = {
  name: 'appraisal-deadlines-match',
  promise: 5,
  describe: {
    vi: 'Hạn thẩm định của mỗi hồ sơ trùng với thời hạn được nhắc.',
    en: 'The last day of every appraisal is that of its deadline.',
  },
  check: (context) => {
    const { reads } = context;
    return scan(context, { page: pagesOf(reads, 'dossiers'), judge: (ids) => differing(reads, ids) });
  },
};

async function differing(reads: RowReader, ids: readonly string[]): Promise<readonly Violation[]> {
  const rows = await reads.rows<{ id: string; shown: string | null; kept: string | null }>(
    `SELECT o.id, o.appraisal_due_on AS shown, d.due_on AS kept FROM dossiers o LEFT JOIN deadlines d
       ON d.stream_id = o.id AND d.deadline_key = 'appraisalDue' AND d.status <> 'dropped'
     WHERE o.id IN ${placeholders(ids.length)} AND COALESCE(o.appraisal_due_on, '') <> COALESCE(d.due_on, '')
     ORDER BY o.id`,
    ids,
  );
  return rows.map(({ id, shown, kept }) => ({
    subject: `dossier ${id}`,
    message: `is to be appraised by ${shown ?? 'no day'}, and its deadline is ${kept ?? 'none'}`,
  }));
}
