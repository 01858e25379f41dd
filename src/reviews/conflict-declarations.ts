import type { Refusal } from '../../workflows/kernel';
import type { ReviewContext } from '../../workflows/review';
import { actorMay } from '../platform/auth/actor';
import type { Permission } from '../platform/auth/permission';
import type { RowReader } from '../platform/persistence';
import type { WorkflowChange } from '../platform/runner/feature-workflow';
import { refusal } from '../platform/runner/refusals';
import { REVIEW_REFUSALS } from './reviews.errors';
import { memberOfRound } from './reviews.repository';

/** Who presides or keeps the minutes hears of conflicts in the sitting and records them for anybody. */
const FOR_ANYBODY: readonly Permission[] = ['review.chair', 'review.keep'];

/** A declaration takes a vote away: members make their own and nobody else's. */
export async function declarationRefusals(rows: RowReader, change: WorkflowChange): Promise<readonly Refusal[]> {
  const { command, actor, before, instanceId } = change;
  if (command.type !== 'review.declareConflict' || before === undefined) return [];
  const { councilId } = before.snapshot.context as ReviewContext;
  if (actorMay(actor, FOR_ANYBODY, before.unitPath, councilId)) return [];
  const { memberId } = command.input as { readonly memberId: string };
  const own = actor.personId === null ? null : await memberOfRound(rows, instanceId, actor.personId);
  return own === memberId ? [] : [refusal(REVIEW_REFUSALS.notYourConflict)];
}
