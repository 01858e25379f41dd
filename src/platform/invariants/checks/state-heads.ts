import type { RowReader } from '../../persistence/unit-of-work.port';
import type { Invariant, Violation } from '../invariant';
import { lookTwice, MOST_VIOLATIONS } from '../scan';
import { countOf, type WorkflowTable } from '../stored-instances';

/** State row and events commit together: each row names the last event of its stream, and no stream is without its row. */
export function stateHeads(tables: readonly WorkflowTable[]): Invariant {
  return {
    name: 'state-heads',
    promise: 1,
    describe: {
      vi: 'Mỗi bản ghi trạng thái trỏ đúng sự kiện cuối cùng của mình.',
      en: 'Every state row names the last event of its stream.',
    },
    check: async ({ reads, checked }) => {
      const found: Violation[] = [];
      for (const table of tables) {
        checked(await countOf(reads, table.table));
        found.push(...(await lookTwice(() => otherHeads(reads, table))));
        found.push(...(await lookTwice(() => withoutRow(reads, table))));
      }
      return found;
    },
  };
}

async function otherHeads(reads: RowReader, { name, table }: WorkflowTable): Promise<readonly Violation[]> {
  const rows = await reads.rows<{ id: string; seq: number; last: number | null }>(
    `SELECT t.id, t.event_seq AS "seq", e.seq AS "last"
     FROM ${table} t
     LEFT JOIN events e ON e.stream_id = t.id AND e.seq = (SELECT MAX(x.seq) FROM events x WHERE x.stream_id = t.id)
     WHERE e.seq IS NULL OR e.seq <> t.event_seq OR e.hash <> t.event_hash
     ORDER BY t.id LIMIT ${MOST_VIOLATIONS}`,
  );
  return rows.map(({ id, seq, last }) => ({
    subject: `${name} ${id}`,
    message:
      last === seq
        ? `names another hash for its last event ${seq} than the event has`
        : `names event ${seq} as its last, the stream ends with ${last ?? 'none'}`,
  }));
}

async function withoutRow(reads: RowReader, { name, table }: WorkflowTable): Promise<readonly Violation[]> {
  const rows = await reads.rows<{ id: string }>(
    `SELECT DISTINCT e.stream_id AS "id" FROM events e LEFT JOIN ${table} t ON t.id = e.stream_id
     WHERE e.stream_kind = ? AND t.id IS NULL ORDER BY e.stream_id LIMIT ${MOST_VIOLATIONS}`,
    [name],
  );
  return rows.map(({ id }) => ({ subject: `${name} ${id}`, message: 'has events and no state row' }));
}
