import { startOfDay, type Guard } from '../kernel';
import { askedCaseCount, MAX_CASES } from './decision.rules';
import type { DecisionCommand, DecisionCommandOf, DecisionContext } from './decision.types';

type DecisionGuard = Guard<DecisionContext, DecisionCommand>;

const has = (text: unknown): boolean => typeof text === 'string' && text.trim().length > 0;

const issueDayOf = (command: DecisionCommand): DecisionCommandOf<'decision.issue'>['input']['issuedOn'] =>
  (command as DecisionCommandOf<'decision.issue'>).input.issuedOn;

/** Predicates over a decision; each name reads as a true statement and has exactly one refusal. */
export const decisionGuards = {
  casesAreNamed: (_, command) => askedCaseCount(command) > 0,
  casesFitOneDecision: (_, command) => askedCaseCount(command) <= MAX_CASES,
  everyCaseExists: (_, command) => command.facts.caseCount === askedCaseCount(command),
  everyCaseIsReady: (_, command) => command.facts.casesNotReady === 0,
  authorityMayDecideEveryTier: (_, command) => command.facts.tiersBeyondAuthority.length === 0,
  notNumberedYet: (context) => context.number === null,
  numberIsFree: (_, command) => !command.facts.numberIsTaken,
  numberIsGiven: (context) => context.number !== null,
  issueDayIsNotInTheFuture: (_, command) => command.at >= startOfDay(issueDayOf(command)),
  issueDayIsInTheYearOfTheNumber: ({ number }, command) =>
    number === null || issueDayOf(command).startsWith(`${number.year}-`),
  reasonIsGiven: (_, command) => has((command.input as { readonly reason?: unknown }).reason),
} satisfies Record<string, DecisionGuard>;

/** Names of the guards. */
export type DecisionGuardName = keyof typeof decisionGuards;
