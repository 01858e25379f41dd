import { canonicalJson, type DeadlineSpec } from '../../../workflows/kernel';

/** What a change of an instance means for its deadlines. */
export interface DeadlineChanges {
  readonly added: readonly DeadlineSpec[];
  /** With the same key as before, and another day, kind or command. */
  readonly moved: readonly DeadlineSpec[];
  readonly dropped: readonly DeadlineSpec[];
  /** The same to whoever keeps it, and counted in another way: nobody is told anything anew. */
  readonly recounted: readonly DeadlineSpec[];
}

/** Compares the deadlines of an instance before and after a command. Throws when a definition gives one key twice. */
export function compareDeadlines(before: readonly DeadlineSpec[], after: readonly DeadlineSpec[]): DeadlineChanges {
  const old = byKey(before);
  const now = byKey(after);
  return {
    added: after.filter(({ key }) => !old.has(key)),
    moved: after.filter((deadline) => {
      const same = old.get(deadline.key);
      return same !== undefined && isMoved(same, deadline);
    }),
    dropped: before.filter(({ key }) => !now.has(key)),
    recounted: after.filter((deadline) => {
      const same = old.get(deadline.key);
      return same !== undefined && !isMoved(same, deadline) && canonicalJson(same) !== canonicalJson(deadline);
    }),
  };
}

function isMoved({ counted: _, ...before }: DeadlineSpec, { counted: __, ...after }: DeadlineSpec): boolean {
  return canonicalJson(before) !== canonicalJson(after);
}

function byKey(deadlines: readonly DeadlineSpec[]): ReadonlyMap<string, DeadlineSpec> {
  const found = new Map(deadlines.map((deadline) => [deadline.key, deadline]));
  if (found.size < deadlines.length) {
    throw new Error(`A definition gives one deadline twice: ${deadlines.map(({ key }) => key).join(', ')}`);
  }
  return found;
}
