import type { RegisteredWorkflow } from '../../../workflows/kernel';
import { actorMay, type Actor } from '../auth/actor';
import type { FeatureWorkflow } from './feature-workflow';
import type { WorkflowRow } from './workflow-row';

/** What is asked for: a command on an instance, or the opening of one. */
export interface AuthorityQuestion {
  readonly actor: Actor;
  readonly type: string;
  /** Absent when the command opens the instance. */
  readonly row: WorkflowRow | undefined;
  /** Of the unit whose seats may fire the command. */
  readonly path: string;
}

/**
 * The permissions of a transition of which the actor holds none; undefined when there is one, and for a command that does
 * not fit the state, which `decide` explains. Asked by whoever runs commands, so that one is not let in where the other is.
 */
export function missingPermissions(
  feature: FeatureWorkflow,
  { transitions }: RegisteredWorkflow,
  { actor, type, row, path }: AuthorityQuestion,
): readonly string[] | undefined {
  const permissions = (row ? transitions.find(row.snapshot.state, type) : transitions.opening)?.permissions;
  const councilId = row ? feature.councilOf?.(row) : undefined;
  return permissions && !actorMay(actor, permissions, path, councilId) ? permissions : undefined;
}
