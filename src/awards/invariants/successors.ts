import { pagesOf, scan, type Invariant, type Violation } from '../../platform/invariants';
import { placeholders, type RowReader } from '../../platform/persistence';

/** A case that was sent up becomes one case at the level above, about the same subject and achievement. */
export const successorsFollow: Invariant = {
  name: 'successors-follow-their-cases',
  promise: 2,
  describe: {
    vi: 'Mỗi trường hợp trình lên chỉ thành một trường hợp ở cấp trên, cùng đối tượng và cùng thành tích.',
    en: 'A case that was sent up became one case above, of the same subject and achievement.',
  },
  check: async (context) => {
    const page = pagesOf(context.reads, 'award_cases');
    return scan(context, { page, judge: (ids) => strayed(context.reads, ids) });
  },
};

async function strayed(reads: RowReader, ids: readonly string[]): Promise<readonly Violation[]> {
  const rows = await reads.rows<{ id: string; parentCaseId: string }>(
    `SELECT c.id, c.parent_case_id AS "parentCaseId" FROM award_cases c
     WHERE c.id IN ${placeholders(ids.length)} AND c.parent_case_id IS NOT NULL
       AND (NOT EXISTS (SELECT 1 FROM award_cases p WHERE p.id = c.parent_case_id AND p.subject_id = c.subject_id
           AND p.achievement_id = c.achievement_id AND COALESCE(p.root_case_id, p.id) = c.root_case_id)
         OR EXISTS (SELECT 1 FROM award_cases o WHERE o.parent_case_id = c.parent_case_id AND o.id <> c.id))
     ORDER BY c.id`,
    ids,
  );
  return rows.map(({ id, parentCaseId }) => ({
    subject: `award ${id}`,
    message: `is not the one case that ${parentCaseId} became`,
  }));
}
