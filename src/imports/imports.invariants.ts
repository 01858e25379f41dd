import { countOf, lookTwice, MOST_VIOLATIONS, type Invariant } from '../platform/invariants';

/** A file that was applied has an outcome for each of its rows, and nothing is kept of what the registers have now. */
const importsApplied: Invariant = {
  name: 'imports-applied-whole',
  promise: 2,
  describe: {
    vi: 'Tệp đã nhập có kết quả cho mọi dòng, và không giữ lại nội dung của dòng đã thêm.',
    en: 'A file that was applied has an outcome for each row, and keeps nothing of rows that were added.',
  },
  check: async ({ reads, checked }) => {
    checked(await countOf(reads, 'imports'));
    return lookTwice(async () => {
      const rows = await reads.rows<{ id: string }>(
        `SELECT i.id FROM imports i WHERE i.state = 'applied' AND (
           i.row_count <> (SELECT COUNT(*) FROM import_rows r WHERE r.import_id = i.id AND r.outcome IS NOT NULL)
           OR EXISTS (SELECT 1 FROM import_rows r
             WHERE r.import_id = i.id AND r.outcome = 'added' AND (r.cells IS NOT NULL OR r.input IS NOT NULL)))
         ORDER BY i.id LIMIT ${MOST_VIOLATIONS}`,
      );
      return rows.map(({ id }) => ({
        subject: `import ${id}`,
        message: 'has rows without an outcome, or keeps too much',
      }));
    });
  },
};

/** What holds of files. */
export const importsInvariants: readonly Invariant[] = [importsApplied];
