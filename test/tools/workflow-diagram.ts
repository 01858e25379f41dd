import type { StateConfig, Workflow } from '../../workflows/kernel';
import { edgesOf } from './workflow-edges';

type States = Readonly<Record<string, StateConfig<string, string, string>>>;

/**
 * A Mermaid state diagram: states with their Vietnamese label and code, edges with the command.
 * Commands that leave the state as it is are no edges here; `stayingCommands` has them.
 */
export function workflowDiagram(workflow: Workflow): string {
  const { config } = workflow.definition;
  return [
    'stateDiagram-v2',
    ...stateLines(workflow, config.states, '', '  '),
    `  [*] --> ${nodeOf(config.initial)}: ${shortName(config.opening.command)}`,
    ...edgeLines(workflow),
    ...[...workflow.transitions.finals].map((path) => `  ${nodeOf(path)} --> [*]`),
  ].join('\n');
}

/** The states in which a command changes the context and not the state, by command. */
export function stayingCommands(workflow: Workflow): ReadonlyMap<string, readonly string[]> {
  const staying = new Map<string, string[]>();
  for (const { from, to, command } of edgesOf(workflow)) {
    if (from === to) staying.set(command, [...(staying.get(command) ?? []), from]);
  }
  return staying;
}

/** `launch` of `campaign.launch`: in the chapter of one workflow its name says nothing new. */
export function shortName(command: string): string {
  return command.split('.').slice(1).join('.');
}

function stateLines(workflow: Workflow, states: States, prefix: string, indent: string): readonly string[] {
  return Object.entries(states).flatMap(([name, state]) => {
    const path = prefix + name;
    const label = workflow.definition.labels.states[path]?.vi ?? path;
    const line = `${indent}state "${label} (${name})" as ${nodeOf(path)}`;
    if (!state.states) return [line];
    return [`${line} {`, ...stateLines(workflow, state.states, `${path}.`, `${indent}  `), `${indent}}`];
  });
}

/** One edge for each pair of states: two arrows on top of each other cannot be read. */
function edgeLines(workflow: Workflow): readonly string[] {
  const commands = new Map<string, string[]>();
  for (const { from, to, command } of edgesOf(workflow)) {
    if (from === to) continue;
    const pair = `${nodeOf(from)} --> ${nodeOf(to)}`;
    commands.set(pair, [...(commands.get(pair) ?? []), shortName(command)]);
  }
  return [...commands].map(([pair, names]) => `  ${pair}: ${names.join(' / ')}`);
}

/** Mermaid takes no dots in the name of a node. */
const nodeOf = (path: string): string => path.replaceAll('.', '_');
