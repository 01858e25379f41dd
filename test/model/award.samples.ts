import { awardWorkflow, type AwardContext } from '../../workflows/award';
import { ask, council, nomination, plain, upward } from '../../workflows/award/testing/award-histories';
import type { WorkflowSamples } from './workflow-samples';

/** Each with its usual input; `appraise` twice, for the two ways out of the appraisal. */
const commands = [
  ...Object.keys(awardWorkflow.definition.labels.commands).map((type) => ask(type.replace('award.', ''))),
  ask('appraise', { finding: 'notMet', eligible: false }),
];

/** The life of a case whose tier goes through a council, through none, and up. */
export const awardSamples: WorkflowSamples = {
  workflow: awardWorkflow,
  openings: [council, plain, upward].map((route) => ask('draft', nomination, { route })),
  commands: () => commands,
  distinguish: (context) => {
    const { tier, route, appraisal, amount, paidOn } = context as AwardContext;
    return [tier, route.council, route.upward, appraisal?.eligible, amount, paidOn].join();
  },
};
