export { decisionWorkflow } from './decision.machine';
export { MAX_CASES } from './decision.rules';
export type {
  Correction,
  DecisionCommand,
  DecisionCommandOf,
  DecisionContext,
  DecisionFacts,
  DecisionNumber,
} from './decision.types';
export { SIGNING_CAPACITIES, signingLines, type Signing, type SigningCapacity } from './signing';
export { printedCode, verificationCode, verificationCodeFrom } from './verification-code';
