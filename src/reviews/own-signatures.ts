import type { Refusal } from '../../workflows/kernel';
import { actorMay } from '../platform/auth/actor';
import type { RowReader } from '../platform/persistence';
import type { WorkflowChange } from '../platform/runner/feature-workflow';
import { refusal } from '../platform/runner/refusals';
import { REVIEW_REFUSALS } from './reviews.errors';
import { memberOfRound } from './reviews.repository';

const SIGNS: ReadonlySet<string> = new Set(['review.sign', 'review.signCount']);

/** Members sign for themselves; the office may only record a signature that it has on paper, and that is marked so. */
export async function signatureRefusals(rows: RowReader, change: WorkflowChange): Promise<readonly Refusal[]> {
  const { command, actor, before, instanceId } = change;
  if (!SIGNS.has(command.type)) return [];
  const { memberId, onPaper = false } = command.input as { readonly memberId: string; readonly onPaper?: boolean };
  if (onPaper) {
    const isOffice = actorMay(actor, ['review.keep'], before?.unitPath ?? '/');
    return isOffice ? [] : [refusal(REVIEW_REFUSALS.paperIsTheOffices)];
  }
  const own = actor.personId === null ? null : await memberOfRound(rows, instanceId, actor.personId);
  return own === memberId ? [] : [refusal(REVIEW_REFUSALS.notYourSignature)];
}
