import { Injectable } from '@nestjs/common';
import type { Refusal } from '../../../workflows/kernel';
import type { ReviewContext } from '../../../workflows/review';
import { TierQuotas } from '../../awards';
import type { Tx } from '../../platform/persistence';
import type { WorkflowChange } from '../../platform/runner/feature-workflow';

/** Commands after which it is fixed whom a round recommends. */
const PROPOSES: ReadonlySet<string> = new Set(['review.allotPlaces', 'review.minute']);

/** Holds what a round proposes to the quotas of the rules, whatever quota the council has set itself. */
@Injectable()
export class RuleQuotas {
  constructor(private readonly quotas: TierQuotas) {}

  /** Takes the places of those whom the round recommends. The reasons why there are not enough. */
  async refusalsOf(tx: Tx, { command, decision }: WorkflowChange): Promise<readonly Refusal[]> {
    if (!PROPOSES.has(command.type)) return [];
    const context = decision.snapshot.context as ReviewContext;
    const passed = passedIn(context);
    const recommended = passed.filter(({ itemId }) => !isWaiting(context, itemId));
    return this.quotas.take(
      tx,
      recommended.map(({ caseId }) => caseId),
      { at: command.at, passedCaseIds: passed.map(({ caseId }) => caseId) },
    );
  }
}

function passedIn({ items }: ReviewContext): readonly { readonly itemId: string; readonly caseId: string }[] {
  return Object.entries(items).flatMap(([itemId, { caseId, status, result }]) =>
    caseId !== null && status !== 'takenOff' && result?.passed === true ? [{ itemId, caseId }] : [],
  );
}

/** Passed, but on the waiting list of the council's own quota: it wants no place yet. */
function isWaiting({ places }: ReviewContext, itemId: string): boolean {
  const place = places?.[itemId];
  return place?.number === null;
}
