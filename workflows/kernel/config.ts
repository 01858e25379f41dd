/**
 * The serialisable part of a workflow: a plain XState v5 config whose guards and actions are names.
 * It survives JSON, can be pasted into Stately, and its hash identifies the version.
 */
export interface WorkflowConfig<Command extends string, Guard extends string, Update extends string> {
  /** `<name>@<version>`, for example `campaign@1`. */
  readonly id: string;
  readonly initial: string;
  /** The command that brings an instance into being; it has guards and facts like any other. */
  readonly opening: TransitionConfig<Guard, Update> & { readonly command: Command };
  readonly states: Readonly<Record<string, StateConfig<Command, Guard, Update>>>;
}

/** One state: its ways out by command, its refined states if it has any. */
export interface StateConfig<Command extends string, Guard extends string, Update extends string> {
  /** Only where a transition from another depth must name the state as `#id`. */
  readonly id?: string;
  readonly type?: 'final';
  readonly initial?: string;
  readonly states?: Readonly<Record<string, StateConfig<Command, Guard, Update>>>;
  /** At most one transition per command: why a command is refused must never depend on the order of candidates. */
  readonly on?: Readonly<Partial<Record<Command, TransitionConfig<Guard, Update>>>>;
}

/** One way out of a state. Without a target the state stays and only the context changes. */
export interface TransitionConfig<Guard extends string, Update extends string> {
  readonly target?: string;
  readonly guard?: AllGuard<Guard>;
  readonly actions?: readonly (NamedUpdate<Update> | FactAction | EffectAction)[];
  readonly meta: TransitionMeta;
}

/** Who may fire a transition: one of these permissions on the instance's unit is enough. */
export interface TransitionMeta {
  readonly permissions: readonly string[];
}

/** Several named guards that must all hold. A list, not a function, so that it survives JSON and every failure can be named. */
export interface AllGuard<Guard extends string> {
  readonly type: 'all';
  readonly params: { readonly of: readonly Guard[] };
}

/** A named pure change of the context. */
export interface NamedUpdate<Update extends string> {
  readonly type: Update;
}

/** States that something happened: becomes an event row. `include` names the context keys it carries. */
export interface FactAction {
  readonly type: 'fact';
  readonly params: { readonly type: string; readonly include: readonly string[] };
}

/** Asks for work after the commit: becomes an outbox row for the job of this name. */
export interface EffectAction {
  readonly type: 'effect';
  readonly params: { readonly job: string; readonly include: readonly string[] };
}

/** Names the guards of a transition; all of them must hold. */
export function all<Guard extends string>(...of: readonly Guard[]): AllGuard<Guard> {
  return { type: 'all', params: { of } };
}

/** Names an update of the context. */
export function update<Update extends string>(type: Update): NamedUpdate<Update> {
  return { type };
}

/** Names a fact and the context keys that it carries. */
export function fact(type: string, ...include: readonly string[]): FactAction {
  return { type: 'fact', params: { type, include } };
}

/** Names a job to be done after the commit and the context keys that it needs. */
export function effect(job: string, ...include: readonly string[]): EffectAction {
  return { type: 'effect', params: { job, include } };
}

/** Names the permissions of a transition. */
export function by(...permissions: readonly string[]): TransitionMeta {
  return { permissions };
}
