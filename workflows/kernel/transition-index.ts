import type { StateConfig, TransitionConfig, WorkflowConfig } from './config';

/** One transition as the kernel uses it: where from, by which command, under which guards, for whom. */
export interface IndexedTransition {
  readonly from: string;
  readonly command: string;
  readonly target: string | undefined;
  readonly guards: readonly string[];
  readonly permissions: readonly string[];
}

/** All transitions by state path, with what a refined state inherits from its parents. */
export interface TransitionIndex {
  readonly opening: IndexedTransition;
  readonly finals: ReadonlySet<string>;
  readonly statePaths: readonly string[];
  find(state: string, command: string): IndexedTransition | undefined;
  from(state: string): readonly IndexedTransition[];
  all(): readonly IndexedTransition[];
}

type AnyStateConfig = StateConfig<string, string, string>;

/** Reads the config once, so that finding a transition and naming its guards costs a look-up, not a walk. */
export function indexTransitions(config: WorkflowConfig<string, string, string>): TransitionIndex {
  const byState = new Map<string, Map<string, IndexedTransition>>();
  const finals = new Set<string>();
  visit(config.states, '', new Map(), byState, finals);
  const { command, ...opening } = config.opening;
  return {
    opening: indexed('', command, opening),
    finals,
    statePaths: [...byState.keys()],
    find: (state, name) => byState.get(state)?.get(name),
    from: (state) => [...(byState.get(state)?.values() ?? [])],
    all: () => [...byState.values()].flatMap((transitions) => [...transitions.values()]),
  };
}

function visit(
  states: Readonly<Record<string, AnyStateConfig>>,
  prefix: string,
  inherited: ReadonlyMap<string, IndexedTransition>,
  byState: Map<string, Map<string, IndexedTransition>>,
  finals: Set<string>,
): void {
  for (const [name, state] of Object.entries(states)) {
    const path = prefix + name;
    const own = new Map(inherited);
    for (const [command, transition] of Object.entries(state.on ?? {})) {
      own.set(command, indexed(path, command, transition as TransitionConfig<string, string>));
    }
    if (state.states) visit(state.states, `${path}.`, own, byState, finals);
    else byState.set(path, own);
    if (state.type === 'final') finals.add(path);
  }
}

function indexed(from: string, command: string, transition: TransitionConfig<string, string>): IndexedTransition {
  return {
    from,
    command,
    target: transition.target,
    guards: transition.guard?.params.of ?? [],
    permissions: transition.meta.permissions,
  };
}
