import { localDateOf, type Refusal } from '../../workflows/kernel';
import type { CommandResult } from '../platform/runner/command-result';
import type { FeatureCommand } from '../platform/runner/feature-commands';
import { refusalsWhen } from '../platform/runner/refusals';
import type { RegisterRunner, RegisterWork } from '../platform/runner/register-runner';
import { isClosedOn, type ClusterRef } from './cluster';
import type { Authority } from './cluster-authority';
import { CLUSTER_REFUSALS } from './clusters.errors';
import { readCluster, takeCluster } from './clusters.repository';

/** What a command on a cluster writes, and why it may not. */
export type ClusterWrite = (work: RegisterWork) => Promise<readonly Refusal[]>;

/** Changes a cluster that is not closed yet. Changes of one cluster come one after another. */
export function changeCluster(
  registers: RegisterRunner,
  {
    command,
    id,
    authority,
  }: { readonly command: FeatureCommand; readonly authority: Authority } & Pick<ClusterRef, 'id'>,
  write: ClusterWrite,
): Promise<CommandResult> {
  return registers.change({ ...command, instanceId: id, kind: 'cluster', ...authority }, async (work) => {
    await takeCluster(work.tx, id);
    const present = await readCluster(work.tx, id);
    if (!present || isClosedOn(present, localDateOf(work.at))) return refusalsWhen([true, CLUSTER_REFUSALS.closed]);
    return write(work);
  });
}
