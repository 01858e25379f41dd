import type { Entry } from './refusal-entries';
import type { ReviewGuardName } from './review.guards';
import { resultRefusals } from './review.refusals.results';
import { sittingRefusals } from './review.refusals.sitting';

/** What each guard of a review round says when it does not hold: one entry per guard. */
export const reviewRefusals: Readonly<Record<ReviewGuardName, Entry>> = { ...sittingRefusals, ...resultRefusals };
