import type { AwardContext } from '../../../workflows/award';
import { derivedId } from '../../platform/ids/derived-id';
import type { Tx } from '../../platform/persistence';
import type { WorkflowChange } from '../../platform/runner/feature-workflow';
import { insertRecovery, readAuthority } from './recoveries.repository';
import { whatIsDue } from './what-is-due';

/** What has to come back of a case has one id, which whoever knows the case knows. */
export function recoveryIdOf(caseId: string): string {
  return derivedId('recovery', caseId);
}

/** Notes what has to come back of a revoked award, if anything has. In the unit of work of the revocation. */
export async function openRecovery(tx: Tx, { instanceId: caseId, command, decision }: WorkflowChange): Promise<void> {
  const context = decision.snapshot.context as AwardContext;
  const due = whatIsDue(context);
  if (!due) return;
  const authority = await readAuthority(tx, context.dossierId);
  await insertRecovery(tx, { id: recoveryIdOf(caseId), caseId, ...authority, ...due, openedAt: command.at });
}
