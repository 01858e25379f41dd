import type { DecisionCommand } from '../../../workflows/decision';
import type { CommandForm } from '../../platform/runner/feature-commands';
import { entriesOf } from '../../platform/runner/refusals';
import { NoInput } from '../../platform/validation/no-input';
import { ReasonRequest } from '../../platform/validation/reason.request';
import {
  CorrectDecisionRequest,
  DecisionCasesRequest,
  DraftDecisionRequest,
  IssueDecisionRequest,
  NumberDecisionRequest,
  ReviseDecisionRequest,
  RevokeCasesRequest,
  SignDecisionRequest,
} from './dto/decision.request';
import { TIER_QUOTA_REFUSALS } from '../quotas/tier-quotas.errors';
import { DECISION_REFUSALS } from './decisions.errors';

const reasoned = { input: ReasonRequest, texts: ['reason'] } as const;

const HOLDING = entriesOf(DECISION_REFUSALS, 'caseHeld');

/** The form of every command on a decision: a command of the machine without a form does not compile. */
export const decisionForms: Readonly<Record<DecisionCommand['type'], CommandForm>> = {
  'decision.draft': {
    input: DraftDecisionRequest,
    opens: true,
    refusals: entriesOf(DECISION_REFUSALS, 'unknownCampaign', 'caseHeld'),
  },
  'decision.revise': { input: ReviseDecisionRequest, refusals: HOLDING },
  'decision.addCases': { input: DecisionCasesRequest, refusals: HOLDING },
  'decision.removeCases': { input: DecisionCasesRequest },
  'decision.sendForSignature': { input: NoInput },
  'decision.return': reasoned,
  'decision.sign': {
    input: SignDecisionRequest,
    refusals: entriesOf(TIER_QUOTA_REFUSALS, 'baseUnknown', 'exceeded'),
  },
  'decision.number': { input: NumberDecisionRequest },
  'decision.issue': { input: IssueDecisionRequest },
  'decision.correct': {
    input: CorrectDecisionRequest,
    texts: ['reason', 'shouldRead'],
    refusals: entriesOf(DECISION_REFUSALS, 'caseNotListed'),
  },
  'decision.revokeCases': { input: RevokeCasesRequest, texts: ['reason'] },
  'decision.revoke': reasoned,
  'decision.cancelDraft': reasoned,
};
