import { canonicalJson, type Accepted } from '../../../workflows/kernel';
import type { Ids } from '../ids/ids.port';
import type { OutboxMessage } from '../persistence/outbox';
import type { BulkChange } from './bulk-change';
import type { BulkFeature } from './bulk-feature';
import { messagesOf } from './command-records';

/** An effect, and the changes that all have it. */
interface SharedEffect {
  readonly effect: Accepted['effects'][number];
  readonly changes: BulkChange[];
}

/**
 * The effects of many accepted commands as messages for the outbox: one for each, but one for all instances of which a
 * job is to be told the same, where the feature says that it may be.
 */
export function messagesOfMany(
  { name, toldTogether }: BulkFeature,
  changes: readonly BulkChange[],
  ids: Ids,
): readonly OutboxMessage[] {
  const shared = new Map<string, SharedEffect>();
  for (const change of changes) {
    for (const effect of change.decision.effects) {
      const own = toldTogether?.has(effect.job) ? '' : change.request.instanceId;
      const key = canonicalJson([own, effect.job, effect.data]);
      const found = shared.get(key);
      if (found) found.changes.push(change);
      else shared.set(key, { effect, changes: [change] });
    }
  }
  return [...shared.values()].flatMap((each) => messageOf(name, each, ids));
}

function messageOf(workflow: string, { effect, changes }: SharedEffect, ids: Ids): readonly OutboxMessage[] {
  const [first, ...others] = changes;
  if (!first) return [];
  const otherIds = others.length > 0 ? { otherIds: others.map(({ request }) => request.instanceId) } : {};
  const decision = { ...first.decision, effects: [{ ...effect, data: { ...effect.data, ...otherIds } }] };
  const source = { workflow, instanceId: first.request.instanceId, version: first.version };
  return messagesOf(decision, source, first.command.at, ids);
}
