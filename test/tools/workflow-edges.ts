import { toDirectedGraph, type DirectedGraphNode } from 'xstate/graph';
import type { Workflow } from '../../workflows/kernel';

/** One transition of a machine, as XState itself resolved it. */
export interface WorkflowEdge {
  /** State path, outermost first, joined by dots. */
  readonly from: string;
  /** Equal to `from` when the command changes no more than the context. */
  readonly to: string;
  readonly command: string;
}

/** All transitions of a workflow in the order of its config, each at the state that defines it. */
export function edgesOf(workflow: Workflow): readonly WorkflowEdge[] {
  return edgesBelow(toDirectedGraph(workflow.machine));
}

function edgesBelow(node: DirectedGraphNode): readonly WorkflowEdge[] {
  const own = node.edges.map(({ source, target, label }) => ({
    from: source.path.join('.'),
    to: target.path.join('.'),
    command: label.text,
  }));
  return [...own, ...node.children.flatMap(edgesBelow)];
}
