import type { WorkflowRegistry } from '../../../../workflows/kernel';
import type { Invariant, Violation } from '../invariant';
import type { WorkflowTable } from '../stored-instances';

interface Used {
  readonly definition: string;
  readonly hash: string;
  readonly count: number;
}

/** Every instance runs on a definition that this build knows, in the very form it was written with. */
export function definitionsKnown(tables: readonly WorkflowTable[]): Invariant {
  return {
    name: 'definitions-known',
    promise: 11,
    describe: {
      vi: 'Mọi hồ sơ chạy trên một quy trình mà bản dựng này biết, đúng mã băm.',
      en: 'Every instance runs on a definition that this build knows, with the same hash.',
    },
    check: async ({ reads, registry, checked }) => {
      const found: Violation[] = [];
      for (const { table } of tables) {
        const used = await reads.rows<Used>(
          `SELECT definition, definition_hash AS "hash", COUNT(*) AS "count" FROM ${table}
           GROUP BY definition, definition_hash ORDER BY definition, definition_hash`,
        );
        for (const each of used) {
          checked(each.count);
          const message = problemWith(each, registry);
          if (message !== undefined) found.push({ subject: `${table} on ${each.definition}`, message });
        }
      }
      return found;
    },
  };
}

function problemWith({ definition, hash, count }: Used, registry: WorkflowRegistry): string | undefined {
  const known = registry.all().find(({ id }) => id === definition);
  if (!known) return `${count} instances run on a definition that this build does not know`;
  return known.hash === hash ? undefined : `${count} instances were written with another definition of this version`;
}
