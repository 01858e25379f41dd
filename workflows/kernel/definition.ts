import { assign, setup, type AnyStateMachine } from 'xstate';
import type { WorkflowCommand } from './command';
import type { AllGuard, WorkflowConfig } from './config';
import type { Label } from './label';
import type { LocalDate } from './local-date';
import { pureTransition, type PureTransition } from './pure-transition';
import type { RefusalEntry } from './refusal';
import type { CountedTerm } from './term';
import { indexTransitions, type TransitionIndex } from './transition-index';

/** A pure yes-or-no over what the instance knows and what was asked. Its name reads as a true statement. */
export type Guard<Context, Command> = (context: Context, command: Command) => boolean;

/** A pure change: the keys of the context that get a new value. */
export type Update<Context, Command> = (context: Context, command: Command) => Partial<Context>;

/** State and context of one instance; survives JSON. */
export interface Snapshot<Context = object> {
  /** Path of the state, outermost first, joined by dots: `underway` or `suspended.underway`. */
  readonly state: string;
  readonly context: Context;
}

/**
 * A deadline that an instance has in its present state. The set of all deadlines is a function of the snapshot,
 * so arming, moving and dropping them needs no code: the runner compares before and after.
 */
export interface DeadlineSpec {
  /** Unique within the instance, stable over its life: `registrationCloses`, `reportDue:2024-Q1`. */
  readonly key: string;
  /** Names the reminder rule: `campaign.registrationCloses`. */
  readonly kind: string;
  /** The last day on which it is in time; it ends at 00:00 of the next day in Asia/Ho_Chi_Minh, exclusive. */
  readonly dueOn: LocalDate;
  /** A command that the system sends once the deadline has passed. */
  readonly command?: { readonly type: string; readonly input: object };
  /** How the day was counted, and the job that counts it anew; absent for a day that somebody named. */
  readonly counted?: CountedTerm & { readonly recountJob: string };
}

/** Everything that a workflow is: data and pure functions, no clock, no ids, no I/O. */
export interface WorkflowDefinition<
  Context extends object = object,
  Command extends WorkflowCommand = WorkflowCommand,
  GuardName extends string = string,
  UpdateName extends string = string,
> {
  readonly name: string;
  readonly version: number;
  readonly config: WorkflowConfig<Command['type'], GuardName, UpdateName>;
  /** The context of a new instance, before the updates of the opening command. */
  readonly initialContext: (command: Command) => Context;
  readonly guards: Readonly<Record<GuardName, Guard<Context, Command>>>;
  readonly updates: Readonly<Record<UpdateName, Update<Context, Command>>>;
  readonly refusals: Readonly<Record<GuardName, RefusalEntry<Context, Command>>>;
  readonly labels: {
    readonly states: Readonly<Record<string, Label>>;
    readonly commands: Readonly<Record<Command['type'], Label>>;
  };
  readonly deadlines: (snapshot: Snapshot<Context>) => readonly DeadlineSpec[];
}

/** A definition with its machine and its look-up table, type-erased for the kernel and the runner. */
export interface Workflow {
  readonly id: string;
  readonly definition: WorkflowDefinition;
  readonly machine: AnyStateMachine;
  readonly move: PureTransition;
  readonly transitions: TransitionIndex;
}

/**
 * Builds the XState machine of a definition. Updates become `assign`; facts and effects stay named actions
 * without an implementation, so that `transition()` hands them back as data and nothing runs.
 */
export function defineWorkflow<
  Context extends object,
  Command extends WorkflowCommand,
  GuardName extends string,
  UpdateName extends string,
>(definition: WorkflowDefinition<Context, Command, GuardName, UpdateName>): Workflow {
  const erased = definition as unknown as WorkflowDefinition;
  const id = `${definition.name}@${definition.version}`;
  if (definition.config.id !== id) throw new Error(`The config of ${id} calls itself ${definition.config.id}`);
  const machine = buildMachine(erased);
  const transitions = indexTransitions(erased.config);
  return { id, definition: erased, machine, move: pureTransition(machine), transitions };
}

/** What XState infers its types from; empty at run time. */
const TYPES: { readonly context?: object; readonly events?: WorkflowCommand } = {};

function buildMachine(definition: WorkflowDefinition): AnyStateMachine {
  const holdsAll = (args: { context: object; event: WorkflowCommand }, params: AllGuard<string>['params']): boolean =>
    params.of.every((name) => definition.guards[name]?.(args.context, args.event) === true);
  const updates = Object.entries(definition.updates).map(([name, change]) => [
    name,
    assign(({ context, event }: { context: object; event: WorkflowCommand }) => change(context, event)),
  ]);
  const { opening: _opening, ...config } = definition.config;
  const machine = setup({
    types: TYPES,
    guards: { all: holdsAll },
    actions: {
      ...(Object.fromEntries(updates) as Record<string, never>),
      fact: (_: unknown, _params: object) => undefined,
      effect: (_: unknown, _params: object) => undefined,
    },
  }).createMachine({ context: {}, ...config } as never);
  return machine as unknown as AnyStateMachine;
}
