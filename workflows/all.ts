import { awardWorkflow } from './award';
import { campaignWorkflow } from './campaign';
import { decisionWorkflow } from './decision';
import type { Workflow } from './kernel';
import { pledgeWorkflow } from './pledge';
import { reviewWorkflow } from './review';

/**
 * Every version of every workflow that this build knows. A version stays here for as long as an instance of it lives:
 * what is not listed can be neither continued nor replayed.
 */
export const allWorkflows: readonly Workflow[] = [
  campaignWorkflow,
  pledgeWorkflow,
  reviewWorkflow,
  awardWorkflow,
  decisionWorkflow,
];
