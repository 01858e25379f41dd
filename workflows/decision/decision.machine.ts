import { all, by, defineWorkflow, effect, fact, update, type WorkflowConfig } from '../kernel';
import { decisionGuards, type DecisionGuardName } from './decision.guards';
import { decisionLabels } from './decision.labels';
import { decisionRefusals } from './decision.refusals';
import { decisionUpdates, initialDecision, type DecisionUpdateName } from './decision.rules';
import type { DecisionCommand, DecisionContext } from './decision.types';

type Config = WorkflowConfig<DecisionCommand['type'], DecisionGuardName, DecisionUpdateName>;
type Ways = NonNullable<Config['states'][string]['on']>;

const listGuards = ['casesAreNamed', 'casesFitOneDecision', 'everyCaseExists'] as const;

// Asked again at every step: a case may be withdrawn and a rule may change while the paper is on its way.
const isDecidable = ['everyCaseIsReady', 'authorityMayDecideEveryTier'] as const;

const cancelDraft = {
  target: 'cancelled',
  guard: all('reasonIsGiven'),
  actions: [fact('decision.cancelled', 'number')],
  meta: by('decision.prepare'),
} satisfies Ways['decision.cancelDraft'];

/** Until it is issued, a paper can go back to the drafter or be dropped; a number it was given stays used. */
const unissued: Ways = {
  'decision.return': {
    target: 'drafted',
    guard: all('reasonIsGiven'),
    actions: [update('voidSignature'), fact('decision.returned')],
    meta: by('decision.sign', 'decision.issue'),
  },
  'decision.cancelDraft': cancelDraft,
};

const inForce: Ways = {
  'decision.correct': {
    target: 'corrected',
    guard: all('numberIsFree', 'correctionIsNotInTheFuture', 'correctionFollowsIssue', 'reasonIsGiven'),
    actions: [
      update('addCorrection'),
      fact('decision.corrected', 'correctionCount', 'lastCorrection'),
      effect('announce-correction', 'correctionCount', 'lastCorrection'),
    ],
    meta: by('decision.issue'),
  },
  // Whoever granted takes back, in whole or in part (Law 06/2022/QH15, article 93).
  'decision.revokeCases': {
    guard: all('casesAreNamed', 'everyCaseStands', 'reasonIsGiven'),
    actions: [
      update('addRevocation'),
      fact('decision.casesRevoked', 'revocationCount'),
      effect('revoke-some-cases', 'revocationCount'),
    ],
    meta: by('decision.sign'),
  },
  'decision.revoke': {
    target: 'revoked',
    guard: all('reasonIsGiven'),
    actions: [fact('decision.revoked'), effect('revoke-cases')],
    meta: by('decision.sign'),
  },
};

const config: Config = {
  id: 'decision@1',
  initial: 'drafted',
  opening: {
    command: 'decision.draft',
    guard: all(...listGuards),
    actions: [fact('decision.drafted', 'authorityUnitId', 'campaignId', 'caseCount', 'caseRevision')],
    meta: by('decision.prepare'),
  },
  states: {
    drafted: {
      on: {
        'decision.revise': {
          guard: all(...listGuards),
          actions: [update('takeCases'), fact('decision.revised', 'caseCount', 'caseRevision')],
          meta: by('decision.prepare'),
        },
        'decision.addCases': {
          guard: all('casesAreNamed', 'everyCaseExists', 'listStaysWithinLimit'),
          actions: [update('addToList'), fact('decision.casesAdded', 'caseCount', 'caseRevision')],
          meta: by('decision.prepare'),
        },
        'decision.removeCases': {
          guard: all('casesAreNamed', 'everyCaseIsListed', 'someCaseRemains'),
          actions: [update('takeOffList'), fact('decision.casesRemoved', 'caseCount', 'caseRevision')],
          meta: by('decision.prepare'),
        },
        'decision.sendForSignature': {
          target: 'inSignature',
          guard: all(...isDecidable),
          actions: [fact('decision.sentForSignature', 'caseRevision')],
          meta: by('decision.prepare'),
        },
        'decision.cancelDraft': cancelDraft,
      },
    },
    inSignature: {
      on: {
        'decision.sign': {
          target: 'signed',
          guard: all('principalIsNamed', 'signatureIsNotInTheFuture', ...isDecidable),
          actions: [update('recordSignature'), fact('decision.signed', 'signing', 'signedOn', 'caseRevision')],
          meta: by('decision.sign'),
        },
        ...unissued,
      },
    },
    signed: {
      on: {
        'decision.number': {
          guard: all('notNumberedYet', 'numberIsFree'),
          actions: [update('recordNumber'), fact('decision.numbered', 'number')],
          meta: by('decision.issue'),
        },
        'decision.issue': {
          target: 'issued',
          guard: all(
            'numberIsGiven',
            'issueDayIsNotInTheFuture',
            'issueDayIsInTheYearOfTheNumber',
            'issueDayFollowsSignature',
            'issueDayFollowsSittings',
            ...isDecidable,
          ),
          actions: [
            update('recordIssue'),
            fact('decision.issued', 'number', 'issuedOn', 'caseCount', 'caseRevision'),
            effect('decide-cases', 'number', 'issuedOn', 'caseRevision'),
          ],
          meta: by('decision.issue'),
        },
        ...unissued,
      },
    },
    issued: { on: inForce },
    corrected: { on: inForce },
    revoked: { type: 'final' },
    cancelled: { type: 'final' },
  },
};

/** A paper over many cases, from its draft to its issue and what may follow. */
export const decisionWorkflow = defineWorkflow<DecisionContext, DecisionCommand, DecisionGuardName, DecisionUpdateName>(
  {
    name: 'decision',
    version: 1,
    config,
    initialContext: initialDecision,
    guards: decisionGuards,
    updates: decisionUpdates,
    refusals: decisionRefusals,
    labels: decisionLabels,
    deadlines: () => [],
  },
);
