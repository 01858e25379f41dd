import type { AwardContext } from '../../../workflows/award';
import type { SqlValue } from '../../platform/persistence';

/** The columns that lists and tallies read of a case, from what the case knows of itself. The family is the rulebook's. */
export function projectCase(context: AwardContext): Readonly<Record<string, SqlValue>> {
  return {
    dossier_id: context.dossierId,
    campaign_id: context.campaignId,
    cycle_id: context.cycleId,
    tier: context.tier,
    commendation: context.commendation,
    subject_kind: context.subject.kind,
    subject_id: context.subject.id,
    achievement_id: context.achievementId,
    achieved_from: context.achievedFrom,
    achieved_to: context.achievedTo,
    parent_case_id: context.parentCaseId ?? null,
    root_case_id: context.rootCaseId ?? null,
    is_upward: context.route.upward ? 1 : 0,
    is_simple: context.route.simple ? 1 : 0,
    review_id: context.reviewId,
    item_id: context.itemId,
    decision_id: context.decisionId,
    decided_on: context.decidedOn,
    presented_on: context.presentedOn,
    paid_on: context.paidOn,
    amount: context.amount,
  };
}
