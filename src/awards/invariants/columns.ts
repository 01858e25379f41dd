import type { AwardContext } from '../../../workflows/award';
import type { DecisionContext } from '../../../workflows/decision';
import type { Snapshot } from '../../../workflows/kernel';
import { pagesOf, scan, type Invariant, type Violation } from '../../platform/invariants';
import { placeholders, type RowReader, type SqlValue } from '../../platform/persistence';
import { projectCase } from '../cases/case-projection';
import { projectDecision } from '../decisions/decision-projection';

type Columns = Readonly<Record<string, SqlValue>>;

interface Projected {
  readonly table: string;
  readonly kind: string;
  readonly project: (context: object) => Columns;
}

const CASES: Projected = {
  table: 'award_cases',
  kind: 'award',
  project: (context) => projectCase(context as AwardContext),
};

const DECISIONS: Projected = {
  table: 'decisions',
  kind: 'decision',
  project: (context) => projectDecision(context as DecisionContext),
};

/** What lists and tallies read of a case or a decision is what the instance knows of itself. */
export const columnsEqualSnapshots: Invariant = {
  name: 'award-columns-equal-snapshots',
  promise: 8,
  describe: {
    vi: 'Các cột mà danh sách và bảng tổng hợp đọc khớp với trạng thái của từng trường hợp, từng quyết định.',
    en: 'The columns that lists and tallies read equal the snapshot of every case and decision.',
  },
  check: async (context) => {
    const found: Violation[] = [];
    for (const projected of [CASES, DECISIONS]) {
      const page = pagesOf(context.reads, projected.table);
      found.push(...(await scan(context, { page, judge: (ids) => differing(context.reads, projected, ids) })));
    }
    return found;
  },
};

async function differing(
  reads: RowReader,
  { table, kind, project }: Projected,
  ids: readonly string[],
): Promise<readonly Violation[]> {
  const rows = await reads.rows<Columns & { readonly id: string; readonly snapshot: string }>(
    `SELECT * FROM ${table} WHERE id IN ${placeholders(ids.length)} ORDER BY id`,
    ids,
  );
  return rows.flatMap((row) => {
    const { context } = JSON.parse(row.snapshot) as Snapshot;
    const wrong = Object.entries(project(context)).filter(([column, value]) => row[column] !== value);
    return wrong.map(([column]) => ({
      subject: `${kind} ${row.id}`,
      message: `its column ${column} is not what its snapshot says`,
    }));
  });
}
