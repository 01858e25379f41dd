import { awardSamples } from './award.samples';
import { campaignSamples } from './campaign.samples';
import { decisionSamples } from './decision.samples';
import { pledgeSamples } from './pledge.samples';
import { reviewSamples } from './review.samples';
import type { WorkflowSamples } from './workflow-samples';

/** Samples of every workflow; a test proves that none is missing. */
export const allSamples: readonly WorkflowSamples[] = [
  campaignSamples,
  pledgeSamples,
  reviewSamples,
  awardSamples,
  decisionSamples,
];
