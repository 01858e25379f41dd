import type { RowReader } from '../../persistence/unit-of-work.port';
import type { Invariant, Violation } from '../invariant';
import { lookTwice, MOST_VIOLATIONS } from '../scan';
import { countOf, type WorkflowTable } from '../stored-instances';

/** One accepted command, one version: nothing changed a state row beside the runner. */
export function versionsCountCommands(tables: readonly WorkflowTable[]): Invariant {
  return {
    name: 'versions-count-commands',
    promise: 2,
    describe: {
      vi: 'Phiên bản của mỗi bản ghi bằng số lệnh đã được chấp nhận.',
      en: 'The version of every state row is the number of its accepted commands.',
    },
    check: async ({ reads, checked }) => {
      const found: Violation[] = [];
      for (const table of tables) {
        checked(await countOf(reads, table.table));
        found.push(...(await lookTwice(() => miscounted(reads, table))));
      }
      return found;
    },
  };
}

async function miscounted(reads: RowReader, { name, table }: WorkflowTable): Promise<readonly Violation[]> {
  const rows = await reads.rows<{ id: string; version: number; commands: number }>(
    `SELECT t.id, t.version, COUNT(e.seq) AS "commands"
     FROM ${table} t LEFT JOIN events e ON e.stream_id = t.id AND e.kind = 'command'
     GROUP BY t.id, t.version HAVING COUNT(e.seq) <> t.version ORDER BY t.id LIMIT ${MOST_VIOLATIONS}`,
  );
  return rows.map(({ id, version, commands }) => ({
    subject: `${name} ${id}`,
    message: `is at version ${version} after ${commands} commands`,
  }));
}
