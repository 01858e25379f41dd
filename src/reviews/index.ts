import type { Schema } from '../platform/persistence';
import { BallotBox } from './ballots/ballot-box.entity';
import { RollEntry } from './ballots/roll-entry.entity';
import { CreateReviewRounds1767225701000 } from './migrations/1767225701000-create-review-rounds';
import { CreateReviewQuotas1767226500000 } from './migrations/1767226500000-create-review-quotas';
import { QuotaEntry } from './quotas/quota-entry.entity';
import { Quota } from './quotas/quota.entity';
import { ReviewItem } from './review-item.entity';
import { ReviewMember } from './review-member.entity';
import { ReviewRound } from './review-round.entity';

export { BALLOT_KEY, loadBallotKey } from './ballots/ballot-key';
export type { BallotKey } from './ballots/sealed-box';
export { RollDirectory } from './hosts/roll-directory';
export { RoundChoices, type RoundChoice } from './hosts/round-choices';
export type { HostSource, RoundHost } from './hosts/round-host';
export { QuotasQueries } from './quotas/quotas.queries';
export { reviewsInvariants } from './reviews.invariants';
export { ReviewsQueries } from './reviews.queries';
export { ReviewsModule } from './reviews.module';

/** The tables of review rounds. */
export const reviewsSchema: Schema = {
  entities: [ReviewRound, ReviewItem, ReviewMember, RollEntry, BallotBox, Quota, QuotaEntry],
  migrations: [CreateReviewRounds1767225701000, CreateReviewQuotas1767226500000],
};
