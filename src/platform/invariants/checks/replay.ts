import {
  canonicalJson,
  replay,
  type RegisteredWorkflow,
  type Snapshot,
  type WorkflowRegistry,
} from '../../../../workflows/kernel';
import type { RowReader } from '../../persistence/unit-of-work.port';
import type { Invariant, Violation } from '../invariant';
import { scan } from '../scan';
import {
  commandEventsOf,
  commandsIn,
  instancesOf,
  pagesOf,
  type CommandEvent,
  type StoredInstance,
  type WorkflowTable,
} from '../stored-instances';

/** The stored commands of every instance, folded through its own definition, give its state row. */
export function replayEqualsState(tables: readonly WorkflowTable[]): Invariant {
  return {
    name: 'replay-equals-state',
    promise: 1,
    describe: {
      vi: 'Chạy lại các lệnh đã lưu của mỗi hồ sơ cho đúng trạng thái hiện tại.',
      en: 'Replaying the stored commands of every instance gives its present state.',
    },
    check: async (context) => {
      const found: Violation[] = [];
      for (const table of tables) {
        const page = pagesOf(context.reads, table.table);
        const judge = (ids: readonly string[]): Promise<readonly Violation[]> =>
          differing(context.reads, context.registry, table, ids);
        found.push(...(await scan(context, { page, judge })));
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
  const streams = await commandEventsOf(reads, ids);
  return instances.flatMap((instance) => {
    const workflow = registry.all().find(({ id }) => id === instance.definition);
    const message = workflow
      ? difference(workflow, instance, streams.get(instance.id) ?? [])
      : `cannot be replayed: this build does not know ${instance.definition}`;
    return message === undefined ? [] : [{ subject: `${name} ${instance.id}`, message }];
  });
}

function difference(
  workflow: RegisteredWorkflow,
  instance: StoredInstance,
  events: readonly CommandEvent[],
): string | undefined {
  let replayed: Snapshot;
  try {
    replayed = replay(workflow, commandsIn(events));
  } catch (error) {
    // A history that breaks its own definition is what is looked for here.
    return error instanceof Error ? error.message : String(error);
  }
  if (canonicalJson(replayed) !== instance.snapshot) return 'has another snapshot than its commands lead to';
  if (replayed.state !== instance.state) return `calls its state ${instance.state}, its snapshot ${replayed.state}`;
  const status = workflow.transitions.finals.has(replayed.state) ? 'done' : 'active';
  return status === instance.status ? undefined : `is called ${instance.status} in the state ${replayed.state}`;
}
