export { pledgeOutcomeLabels } from './pledge.labels';
export { pledgeWorkflow } from './pledge.machine';
export type {
  Achievement,
  PledgeCommand,
  PledgeContext,
  PledgedValue,
  PledgedValues,
  PledgeFacts,
  PledgeKind,
  PledgeMeasure,
  PledgeOutcome,
  PledgeReport,
  ReportedValue,
} from './pledge.types';
