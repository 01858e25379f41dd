import type { AwardContext } from '../../../workflows/award';
import { dong, type Dong } from '../../../workflows/kernel';

/** What has to come back of a case. */
export interface Due {
  readonly isArtefactDue: boolean;
  readonly moneyDue: Dong;
}

/**
 * When an award is revoked, artefact and money come back (Law 06/2022/QH15, article 93.2); null when nothing has to. Money
 * comes back to the fund that it left: of an award granted above no fund here paid any, whatever was noted as paid.
 */
export function whatIsDue({ decisionId, presentedOn, paidOn, amount }: AwardContext): Due | null {
  const paid = decisionId === null || paidOn === null ? null : amount;
  if (presentedOn === null && paid === null) return null;
  return { isArtefactDue: presentedOn !== null, moneyDue: paid ?? dong('0') };
}
