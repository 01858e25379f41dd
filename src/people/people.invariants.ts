import { countOf, lookTwice, MOST_VIOLATIONS, type Invariant } from '../platform/invariants';

/** A row that was merged leads to a row that stays, and has no identity number of its own. */
const mergedPeople: Invariant = {
  name: 'merged-people',
  promise: 2,
  describe: {
    vi: 'Dòng đã gộp dẫn đến đúng một dòng được giữ lại của cùng một người.',
    en: 'Every row that was merged leads to one row of the same person that stays.',
  },
  check: async ({ reads, checked }) => {
    checked(await countOf(reads, 'people'));
    return lookTwice(async () => {
      const rows = await reads.rows<{ id: string }>(
        `SELECT p.id FROM people p LEFT JOIN people kept ON kept.id = p.merged_into_id
         WHERE p.merged_into_id IS NOT NULL
           AND (kept.id IS NULL OR kept.merged_into_id IS NOT NULL OR p.national_id_hash IS NOT NULL)
         ORDER BY p.id LIMIT ${MOST_VIOLATIONS}`,
      );
      return rows.map(({ id }) => ({ subject: `person ${id}`, message: 'was merged into no row that stays' }));
    });
  },
};

/** What holds of the rows of people. */
export const peopleInvariants: readonly Invariant[] = [mergedPeople];
