import { canBeStated } from '../../../workflows/indicator';
import type { Invariant } from '../../platform/invariants/invariant';
import { scan } from '../../platform/invariants/scan';
import { pagesOf } from '../../platform/invariants/stored-instances';
import { placeholders } from '../../platform/persistence';

interface StatementRow {
  readonly id: string;
  readonly of: number;
  readonly reached: number;
  readonly exceeded: number;
}

/** No statement says what cannot be: more exceeded than reached, or more reached than there are. */
export const statementsCanBe: Invariant = {
  name: 'result-statements',
  promise: 7,
  describe: {
    vi: 'Kết quả tổng hợp không ghi số vượt nhiều hơn số đạt, số đạt nhiều hơn tổng số.',
    en: 'No statement of results has more exceeded than reached, or more reached than there are.',
  },
  check: (context) =>
    scan(context, {
      page: pagesOf(context.reads, 'result_statements'),
      judge: async (ids) => {
        const rows = await context.reads.rows<StatementRow>(
          `SELECT id, of_total AS "of", reached, exceeded FROM result_statements
           WHERE id IN ${placeholders(ids.length)} ORDER BY id`,
          ids,
        );
        return rows
          .filter((row) => !canBeStated(row))
          .map(({ id }) => ({ subject: `statement ${id}`, message: 'states numbers that cannot be' }));
      },
    }),
};
