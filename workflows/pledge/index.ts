export { pledgeOutcomeLabels } from './pledge.labels';
export { pledgeWorkflow } from './pledge.machine';
export { dueReportLabels, resultStatementLabels, type DueReportState } from './statement.labels';
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
