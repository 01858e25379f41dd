import { startOfDay, type Guard } from '../kernel';
import { askedCaseCount, countAfterAdding, MAX_CASES } from './decision.rules';
import type { DecisionCommand, DecisionCommandOf, DecisionContext } from './decision.types';

type DecisionGuard = Guard<DecisionContext, DecisionCommand>;

const has = (text: unknown): boolean => typeof text === 'string' && text.trim().length > 0;

const inputOf = <Type extends DecisionCommand['type']>(command: DecisionCommand): DecisionCommandOf<Type>['input'] =>
  command.input as DecisionCommandOf<Type>['input'];

const issueDayOf = (command: DecisionCommand): DecisionCommandOf<'decision.issue'>['input']['issuedOn'] =>
  inputOf<'decision.issue'>(command).issuedOn;

const correctionDayOf = (command: DecisionCommand): DecisionCommandOf<'decision.correct'>['input']['correctedOn'] =>
  inputOf<'decision.correct'>(command).correctedOn;

/** Predicates over a decision; each name reads as a true statement and has exactly one refusal. */
export const decisionGuards = {
  casesAreNamed: (_, command) => askedCaseCount(command) > 0,
  casesFitOneDecision: (_, command) => askedCaseCount(command) <= MAX_CASES,
  everyCaseExists: (_, command) => command.facts.caseCount === askedCaseCount(command),
  listStaysWithinLimit: (_, command) => countAfterAdding(command) <= MAX_CASES,
  everyCaseIsListed: (_, command) => command.facts.askedListedCount === askedCaseCount(command),
  someCaseRemains: (_, command) => command.facts.listedCount > command.facts.askedListedCount,
  everyCaseStands: (_, command) => command.facts.casesNotStanding === 0,
  everyCaseIsReady: (_, command) => command.facts.casesNotReady === 0,
  authorityMayDecideEveryTier: (_, command) => command.facts.tiersBeyondAuthority.length === 0,
  principalIsNamed: (_, command) => {
    const { capacity, principal } = inputOf<'decision.sign'>(command);
    return capacity === 'self' || has(principal);
  },
  signatureIsNotInTheFuture: (_, command) => {
    const { signedOn } = inputOf<'decision.sign'>(command);
    return signedOn === undefined || command.at >= startOfDay(signedOn);
  },
  notNumberedYet: (context) => context.number === null,
  numberIsFree: (_, command) => !command.facts.numberIsTaken,
  numberIsGiven: (context) => context.number !== null,
  issueDayIsNotInTheFuture: (_, command) => command.at >= startOfDay(issueDayOf(command)),
  issueDayIsInTheYearOfTheNumber: ({ number }, command) =>
    number === null || issueDayOf(command).startsWith(`${number.year}-`),
  issueDayFollowsSignature: ({ signedOn }, command) => issueDayOf(command) >= (signedOn ?? ''),
  issueDayFollowsSittings: (_, command) => issueDayOf(command) >= (command.facts.lastSittingOn ?? ''),
  correctionIsNotInTheFuture: (_, command) => command.at >= startOfDay(correctionDayOf(command)),
  correctionFollowsIssue: ({ issuedOn }, command) => issuedOn !== null && correctionDayOf(command) >= issuedOn,
  reasonIsGiven: (_, command) => has((command.input as { readonly reason?: unknown }).reason),
} satisfies Record<string, DecisionGuard>;

/** Names of the guards. */
export type DecisionGuardName = keyof typeof decisionGuards;
