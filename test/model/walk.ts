import type { AnyMachineSnapshot } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import { open, pathOf, valueOf, type Snapshot, type WorkflowCommand } from '../../workflows/kernel';
import type { WorkflowSamples } from './workflow-samples';

/** One way from the opening command, found by XState. */
export interface WalkedPath {
  readonly commands: readonly WorkflowCommand[];
  /** State and distinguishing mark of the snapshot to which the way is said to lead. */
  readonly leadsTo: string;
}

/** A walk that finds more snapshots than this has samples that do not keep it small. */
const MAX_STEPS = 20_000;

/**
 * The shortest way to every snapshot that the samples can reach, found by XState on the machine itself.
 * Snapshots with one mark are one to XState: of the path's own end only the mark can be trusted, not the whole context.
 * Throws when an opening command is refused or the walk does not end.
 */
export function shortestPaths(samples: WorkflowSamples): readonly WalkedPath[] {
  return samples.openings.flatMap((opening) => pathsFrom(samples, opening));
}

function pathsFrom(samples: WorkflowSamples, opening: WorkflowCommand): readonly WalkedPath[] {
  const { machine } = samples.workflow;
  const fromState = restored(samples, opening);
  const paths = getShortestPaths(machine, {
    fromState,
    limit: MAX_STEPS,
    events: (state: AnyMachineSnapshot) => samples.commands(snapshotOf(state)),
    filterEvents: (state: AnyMachineSnapshot, command) => state.can(command),
    serializeState: (state: AnyMachineSnapshot) => markOf(samples, snapshotOf(state)),
    serializeEvent: (command) => JSON.stringify(command),
  });
  return paths.map(({ state, steps }) => ({
    leadsTo: markOf(samples, snapshotOf(state as AnyMachineSnapshot)),
    // XState's first step is the start itself and carries no command.
    commands: [opening, ...steps.slice(1).map((step) => step.event as WorkflowCommand)],
  }));
}

/** What tells two snapshots of a walk apart: the state, and what the samples distinguish beside it. */
export function markOf(samples: WorkflowSamples, snapshot: Snapshot): string {
  return `${snapshot.state} ${samples.distinguish(snapshot.context)}`;
}

function restored({ workflow }: WorkflowSamples, opening: WorkflowCommand): AnyMachineSnapshot {
  const opened = open(workflow, opening);
  if (opened.outcome === 'refused') {
    throw new Error(`The sample ${opening.type} is refused: ${opened.reasons.map(({ code }) => code).join()}`);
  }
  const { state, context } = opened.snapshot;
  return workflow.machine.resolveState({ value: valueOf(state), context }) as AnyMachineSnapshot;
}

const snapshotOf = (state: AnyMachineSnapshot): Snapshot => ({
  state: pathOf(state.value),
  context: state.context as object,
});
