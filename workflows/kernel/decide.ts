import type { AnyMachineSnapshot, StateValue } from 'xstate';
import type { WorkflowCommand } from './command';
import type { EffectAction, FactAction } from './config';
import type { Snapshot, Workflow } from './definition';
import { fillLabel } from './label';
import type { Refusal } from './refusal';
import { pathOf, valueOf } from './state-path';
import type { IndexedTransition } from './transition-index';

/** Something that happened; becomes an event row. */
export interface FactRecord {
  readonly type: string;
  readonly data: object;
}

/** Work to be done after the commit; becomes an outbox row. */
export interface EffectRecord {
  readonly job: string;
  readonly data: object;
}

export interface Accepted {
  readonly outcome: 'accepted';
  readonly snapshot: Snapshot;
  readonly isFinal: boolean;
  readonly facts: readonly FactRecord[];
  readonly effects: readonly EffectRecord[];
}

export interface Refused {
  readonly outcome: 'refused';
  /** Every reason, not only the first. */
  readonly reasons: readonly Refusal[];
}

export type Decision = Accepted | Refused;

/**
 * Brings an instance into being by the opening command of its workflow.
 * Pure: time, ids and facts are in the command.
 */
export function open(workflow: Workflow, command: WorkflowCommand): Decision {
  const { definition, machine, transitions } = workflow;
  if (command.type !== transitions.opening.command) return refused([notExpected(workflow, undefined, command.type)]);
  const context = definition.initialContext(command);
  const reasons = failedGuards(workflow, transitions.opening, context, command);
  if (reasons.length > 0) return refused(reasons);
  const actions = definition.config.opening.actions ?? [];
  const changed = actions.reduce<object>(
    (now, action) => ({ ...now, ...definition.updates[action.type]?.(now, command) }),
    context,
  );
  const restored = machine.resolveState({ value: definition.config.initial, context: changed });
  return accepted(workflow, restored, named(actions));
}

/**
 * Decides a command on a snapshot: the next snapshot with its facts and effects, or every reason why not.
 * Pure and synchronous. A guard that throws is a broken definition and throws on.
 */
export function decide(workflow: Workflow, snapshot: Snapshot, command: WorkflowCommand): Decision {
  const way = workflow.transitions.find(snapshot.state, command.type);
  if (!way) return refused([notExpected(workflow, snapshot.state, command.type)]);
  const reasons = failedGuards(workflow, way, snapshot.context, command);
  if (reasons.length > 0) return refused(reasons);
  const restored = workflow.machine.resolveState({
    value: valueOf(snapshot.state),
    context: snapshot.context,
  });
  const [next, actions] = workflow.move(restored, command);
  return accepted(workflow, next, named(actions));
}

/** What a transition's guards say of a command: all that do not hold, in the order of the definition. */
export function failedGuards(
  workflow: Workflow,
  way: IndexedTransition,
  context: object,
  command: WorkflowCommand,
): readonly Refusal[] {
  const { guards, refusals } = workflow.definition;
  return way.guards
    .filter((name) => guards[name]?.(context, command) !== true)
    .map((name) => {
      const entry = refusals[name];
      if (!entry) throw new Error(`Guard ${name} of ${workflow.id} has no refusal`);
      const citation = entry.citation?.(context, command);
      const message = fillLabel(entry.message, entry.params?.(context, command) ?? {});
      return { code: entry.code, guard: name, message, ...(citation ? { citation } : {}) };
    });
}

/** The refusal of a command that does not fit the state: says the state and what would fit. */
export function notExpected(workflow: Workflow, state: string | undefined, command: string): Refusal {
  const { labels, name } = workflow.definition;
  const stateLabel =
    state === undefined ? undefined : (labels.states[state] ?? labels.states[state.split('.')[0] ?? '']);
  const commandLabel = labels.commands[command];
  const vi = commandLabel?.vi ?? command;
  const en = commandLabel?.en ?? command;
  const message = state
    ? {
        vi: `Không thể thực hiện “${vi}” khi đang ở trạng thái “${stateLabel?.vi ?? state}”.`,
        en: `“${en}” is not possible in the state “${stateLabel?.en ?? state}”.`,
      }
    : { vi: `“${vi}” không tạo mới được hồ sơ.`, en: `“${en}” does not open a new instance.` };
  return { code: `${name.toUpperCase()}.NOT_IN_STATE`, message };
}

/** XState types actions for its own interpreter; ours are all named ones, with their params resolved. */
function named(actions: readonly unknown[]): readonly (FactAction | EffectAction)[] {
  return actions as readonly (FactAction | EffectAction)[];
}

function refused(reasons: readonly Refusal[]): Refused {
  return { outcome: 'refused', reasons };
}

function accepted(
  workflow: Workflow,
  next: AnyMachineSnapshot,
  actions: readonly (FactAction | EffectAction)[],
): Accepted {
  const context = next.context as Readonly<Record<string, unknown>>;
  const pick = (include: readonly string[]): object =>
    Object.fromEntries(include.map((key) => [key, context[key] ?? null]));
  const state = pathOf(next.value as StateValue);
  return {
    outcome: 'accepted',
    snapshot: { state, context },
    isFinal: workflow.transitions.finals.has(state),
    facts: actions.flatMap((action) =>
      action.type === 'fact' ? [{ type: action.params.type, data: pick(action.params.include) }] : [],
    ),
    effects: actions.flatMap((action) =>
      action.type === 'effect' ? [{ job: action.params.job, data: pick(action.params.include) }] : [],
    ),
  };
}
