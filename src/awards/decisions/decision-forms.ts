import type { DecisionCommand } from '../../../workflows/decision';
import type { CommandForm } from '../../platform/runner/feature-commands';
import { NoInput } from '../../platform/validation/no-input';
import { ReasonRequest } from '../../platform/validation/reason.request';
import {
  CorrectDecisionRequest,
  DraftDecisionRequest,
  IssueDecisionRequest,
  NumberDecisionRequest,
  ReviseDecisionRequest,
  SignDecisionRequest,
} from './dto/decision.request';

const reasoned = { input: ReasonRequest, texts: ['reason'] } as const;

/** The form of every command on a decision: a command of the machine without a form does not compile. */
export const decisionForms: Readonly<Record<DecisionCommand['type'], CommandForm>> = {
  'decision.draft': { input: DraftDecisionRequest, opens: true },
  'decision.revise': { input: ReviseDecisionRequest },
  'decision.sendForSignature': { input: NoInput },
  'decision.return': reasoned,
  'decision.sign': { input: SignDecisionRequest },
  'decision.number': { input: NumberDecisionRequest },
  'decision.issue': { input: IssueDecisionRequest },
  'decision.correct': { input: CorrectDecisionRequest, texts: ['reason'] },
  'decision.revoke': reasoned,
  'decision.cancelDraft': reasoned,
};
