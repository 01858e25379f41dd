import type { Update } from '../kernel';
import type { DecisionCommand, DecisionCommandOf, DecisionContext } from './decision.types';

/** Most cases in one decision: issuing decides them all at once. */
export const MAX_CASES = 5_000;

/** The context of a decision that has just been drafted. */
export function initialDecision(command: DecisionCommand): DecisionContext {
  const { authorityUnitId, campaignId } = (command as DecisionCommandOf<'decision.draft'>).input;
  return {
    authorityUnitId,
    campaignId,
    caseCount: command.facts.caseCount,
    caseRevision: 1,
    signature: null,
    number: null,
    issuedOn: null,
    correctionCount: 0,
    lastCorrection: null,
  };
}

type DecisionUpdate = Update<DecisionContext, DecisionCommand>;

/** The changes of context that the machine names. */
export const decisionUpdates = {
  takeCases: (context, command) => ({
    caseCount: command.facts.caseCount,
    caseRevision: context.caseRevision + 1,
  }),
  recordSignature: (_, command) => {
    const { signerId, capacity } = (command as DecisionCommandOf<'decision.sign'>).input;
    return { signature: { signerId, capacity } };
  },
  voidSignature: () => ({ signature: null }),
  recordNumber: (_, command) => {
    const { number, symbol, year } = (command as DecisionCommandOf<'decision.number'>).input;
    return { number: { number, symbol, year } };
  },
  recordIssue: (_, command) => ({ issuedOn: (command as DecisionCommandOf<'decision.issue'>).input.issuedOn }),
  addCorrection: (context, command) => {
    const { caseId, field } = (command as DecisionCommandOf<'decision.correct'>).input;
    return { correctionCount: context.correctionCount + 1, lastCorrection: { caseId, field } };
  },
} satisfies Record<string, DecisionUpdate>;

/** Names of the changes of context. */
export type DecisionUpdateName = keyof typeof decisionUpdates;

/** How many different cases are asked for. */
export function askedCaseCount(command: DecisionCommand): number {
  return new Set((command as DecisionCommandOf<'decision.draft' | 'decision.revise'>).input.caseIds).size;
}
