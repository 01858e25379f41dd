export { decisionWorkflow } from './decision.machine';
export { MAX_CASES } from './decision.rules';
export type {
  Correction,
  DecisionCommand,
  DecisionContext,
  DecisionFacts,
  DecisionNumber,
  Signature,
  SigningCapacity,
} from './decision.types';
