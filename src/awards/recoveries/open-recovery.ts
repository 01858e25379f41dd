import type { AwardContext } from '../../../workflows/award';
import { dong } from '../../../workflows/kernel';
import { derivedId } from '../../platform/ids/derived-id';
import type { Tx } from '../../platform/persistence';
import type { WorkflowChange } from '../../platform/runner/feature-workflow';
import { insertRecovery, readAuthority } from './recoveries.repository';

/** What has to come back of a case has one id, which whoever knows the case knows. */
export function recoveryIdOf(caseId: string): string {
  return derivedId('recovery', caseId);
}

/**
 * When an award is revoked, artefact and money come back (Law 06/2022/QH15, article 93.2). Nothing is due of what was
 * neither handed over nor paid. In the unit of work of the revocation.
 */
export async function openRecovery(tx: Tx, { instanceId: caseId, command, decision }: WorkflowChange): Promise<void> {
  const { presentedOn, paidOn, amount, dossierId } = decision.snapshot.context as AwardContext;
  if (presentedOn === null && paidOn === null) return;
  await insertRecovery(tx, {
    ...{ id: recoveryIdOf(caseId), caseId, ...(await readAuthority(tx, dossierId)) },
    isArtefactDue: presentedOn !== null,
    moneyDue: paidOn === null || amount === null ? dong('0') : amount,
    openedAt: command.at,
  });
}
