import { localDateOf, type Update } from '../kernel';
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
    signing: null,
    number: null,
    issuedOn: null,
    correctionCount: 0,
    lastCorrection: null,
    revocationCount: 0,
  };
}

type DecisionUpdate = Update<DecisionContext, DecisionCommand>;

/** The changes of context that the machine names. */
export const decisionUpdates = {
  takeCases: (context, command) => ({
    caseCount: command.facts.caseCount,
    caseRevision: context.caseRevision + 1,
  }),
  addToList: (context, command) => ({
    caseCount: countAfterAdding(command),
    caseRevision: context.caseRevision + 1,
  }),
  takeOffList: (context, { facts }) => ({
    caseCount: facts.listedCount - facts.askedListedCount,
    caseRevision: context.caseRevision + 1,
  }),
  recordSignature: (_, command) => {
    const { signerUserId, capacity, title, principal, signedOn } = (command as DecisionCommandOf<'decision.sign'>)
      .input;
    const signing = { signerUserId, capacity, title, principal: capacity === 'self' ? null : principal };
    // A paper that was signed by hand is recorded when somebody comes to it.
    return { signing, signedOn: signedOn ?? localDateOf(command.at) };
  },
  voidSignature: () => ({ signing: null, signedOn: null }),
  recordNumber: (_, command) => {
    const { number, symbol, year } = (command as DecisionCommandOf<'decision.number'>).input;
    return { number: { number, symbol, year } };
  },
  recordIssue: (_, command) => ({ issuedOn: (command as DecisionCommandOf<'decision.issue'>).input.issuedOn }),
  addCorrection: (context, command) => {
    const { caseId, field } = (command as DecisionCommandOf<'decision.correct'>).input;
    return { correctionCount: context.correctionCount + 1, lastCorrection: { caseId, field } };
  },
  addRevocation: (context) => ({ revocationCount: context.revocationCount + 1 }),
} satisfies Record<string, DecisionUpdate>;

/** Names of the changes of context. */
export type DecisionUpdateName = keyof typeof decisionUpdates;

/** How many different cases are asked for. */
export function askedCaseCount(command: DecisionCommand): number {
  return new Set((command as DecisionCommandOf<'decision.draft' | 'decision.revise'>).input.caseIds).size;
}

/** How many cases the list has once those asked for are on it. */
export function countAfterAdding(command: DecisionCommand): number {
  const { listedCount, askedListedCount } = command.facts;
  return listedCount + askedCaseCount(command) - askedListedCount;
}
