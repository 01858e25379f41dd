import {
  canonicalJson,
  endOfDay,
  type DeadlineSpec,
  type LocalDate,
  type Snapshot,
  type WorkflowRegistry,
} from '../../../../workflows/kernel';
import { placeholders } from '../../persistence/placeholders';
import type { RowReader } from '../../persistence/unit-of-work.port';
import type { Invariant, Violation } from '../invariant';
import { lookTwice, MOST_VIOLATIONS, scan } from '../scan';
import { grouped, instancesOf, pagesOf, type StoredInstance, type WorkflowTable } from '../stored-instances';

interface StoredDeadline {
  readonly streamId: string;
  readonly key: string;
  readonly kind: string;
  readonly dueOn: LocalDate;
  readonly dueAt: string;
  readonly commandType: string | null;
  readonly commandInput: string | null;
}

/** The deadlines of every instance are those that its definition gives for its snapshot, to the day. */
export function deadlinesMatch(tables: readonly WorkflowTable[]): Invariant {
  return {
    name: 'deadlines-match',
    promise: 5,
    describe: {
      vi: 'Thời hạn của mỗi hồ sơ đúng như quy trình tính từ trạng thái; hạn hết lúc 0 giờ ngày kế tiếp.',
      en: 'The deadlines of every instance are those of its snapshot; each ends at 00:00 of the next day.',
    },
    check: async (context) => {
      const { reads, registry } = context;
      const found: Violation[] = [];
      for (const table of tables) {
        const page = pagesOf(reads, table.table);
        const judge = (ids: readonly string[]): Promise<readonly Violation[]> => differing(reads, registry, table, ids);
        found.push(...(await scan(context, { page, judge })), ...(await lookTwice(() => ownerless(reads, table))));
      }
      return found;
    },
  };
}

async function differing(
  reads: RowReader,
  registry: WorkflowRegistry,
  { name, table }: WorkflowTable,
  ids: readonly string[],
): Promise<readonly Violation[]> {
  const instances = await instancesOf(reads, table, ids);
  const stored = grouped(await deadlinesOf(reads, ids), ({ streamId }) => streamId);
  return instances.flatMap((instance) =>
    differences(specsOf(registry, instance), stored.get(instance.id) ?? []).map((message) => ({
      subject: `${name} ${instance.id}`,
      message,
    })),
  );
}

/** None for a definition that this build does not know, which another check says. */
function specsOf(registry: WorkflowRegistry, { definition, snapshot }: StoredInstance): readonly DeadlineSpec[] {
  const workflow = registry.all().find(({ id }) => id === definition);
  return workflow?.definition.deadlines(JSON.parse(snapshot) as Snapshot) ?? [];
}

function differences(specs: readonly DeadlineSpec[], stored: readonly StoredDeadline[]): string[] {
  const asked = new Map(specs.map((spec) => [spec.key, spec]));
  const kept = new Set(stored.map(({ key }) => key));
  const missing = specs.filter(({ key }) => !kept.has(key)).map(({ key }) => `has no row for its deadline ${key}`);
  const wrong = stored.flatMap((row) => {
    const spec = asked.get(row.key);
    if (!spec) return [`has a row for the deadline ${row.key}, which its state does not have`];
    return isSame(spec, row) ? [] : [`has another day, end, kind or command in the row of its deadline ${row.key}`];
  });
  return [...missing, ...wrong];
}

function isSame({ kind, dueOn, command }: DeadlineSpec, row: StoredDeadline): boolean {
  return (
    row.kind === kind &&
    row.dueOn === dueOn &&
    row.dueAt === endOfDay(dueOn) &&
    row.commandType === (command?.type ?? null) &&
    row.commandInput === (command ? canonicalJson(command.input) : null)
  );
}

function deadlinesOf(reads: RowReader, streamIds: readonly string[]): Promise<StoredDeadline[]> {
  return reads.rows<StoredDeadline>(
    `SELECT stream_id AS "streamId", deadline_key AS "key", kind, due_on AS "dueOn", due_at AS "dueAt",
       command_type AS "commandType", command_input AS "commandInput"
     FROM deadlines WHERE status <> 'dropped' AND stream_id IN ${placeholders(streamIds.length)}
     ORDER BY stream_id, deadline_key`,
    streamIds,
  );
}

async function ownerless(reads: RowReader, { name, table }: WorkflowTable): Promise<readonly Violation[]> {
  const rows = await reads.rows<{ id: string }>(
    `SELECT DISTINCT d.stream_id AS "id" FROM deadlines d LEFT JOIN ${table} t ON t.id = d.stream_id
     WHERE d.stream_kind = ? AND d.status <> 'dropped' AND t.id IS NULL ORDER BY d.stream_id LIMIT ${MOST_VIOLATIONS}`,
    [name],
  );
  return rows.map(({ id }) => ({ subject: `${name} ${id}`, message: 'has deadlines and no state row' }));
}
