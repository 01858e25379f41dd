import { all, by, defineWorkflow, effect, fact, update, type WorkflowConfig } from '../kernel';
import { pledgeGuards, type PledgeGuardName } from './pledge.guards';
import { pledgeLabels } from './pledge.labels';
import { pledgeRefusals } from './pledge.refusals';
import { initialPledge, pledgeUpdates, type PledgeUpdateName } from './pledge.rules';
import type { PledgeCommand, PledgeContext } from './pledge.types';

type Config = WorkflowConfig<PledgeCommand['type'], PledgeGuardName, PledgeUpdateName>;
type Ways = NonNullable<Config['states'][string]['on']>;

const tally = effect('tally-campaign', 'campaignId');

const sign = {
  guard: all('signerIsAMember', 'notSignedYet'),
  actions: [update('addSignature'), fact('pledge.signed', 'signedUnitIds')],
  meta: by('pledge.sign'),
} satisfies Ways['pledge.sign'];

/** How a pledge that does not count yet comes to an early end. */
const endingUncounted: Ways = {
  'pledge.withdraw': {
    target: 'withdrawn',
    guard: all('reasonIsGiven'),
    actions: [fact('pledge.withdrawn')],
    meta: by('pledge.sign'),
  },
  'pledge.discontinue': {
    target: 'discontinued',
    guard: all('reasonIsGiven', 'successorIsKnown', 'successorIsAnotherUnit'),
    actions: [update('nameSuccessor'), fact('pledge.discontinued', 'successorUnitId')],
    meta: by('system'),
  },
};

/** What the unit may do while the pledge is in its own hands. */
const editing: Ways = {
  'pledge.revise': {
    guard: all('everyMeasureIsOfTheCampaign'),
    actions: [update('takeValues'), update('dropSignatures'), fact('pledge.revised', 'valuesRevision')],
    meta: by('pledge.prepare'),
  },
  'pledge.sign': sign,
  ...endingUncounted,
};

const submit = (...more: readonly PledgeGuardName[]): NonNullable<Ways['pledge.submit']> => ({
  target: 'submitted',
  guard: all(
    'unitIsInCampaign',
    'campaignIsRunning',
    ...more,
    'everyMandatoryMeasureHasAValue',
    'noValueIsBelowTheAssignedWithoutReason',
  ),
  actions: [fact('pledge.submitted', 'valuesRevision')],
  meta: by('pledge.prepare'),
});

/** What can be done with a pledge that counts; its numbers are in the tally, so every change tallies again. */
const counting: Ways = {
  'pledge.amend': {
    guard: all(
      'campaignIsRunning',
      'reasonIsGiven',
      'everyMeasureIsOfTheCampaign',
      'everyMandatoryMeasureKeepsAValue',
      'noValueFallsBelowTheAssignedWithoutReason',
    ),
    // The signatures stay: a registered pledge is amended by the office that registered it, not by one of its signers.
    actions: [update('takeValues'), fact('pledge.amended', 'valuesRevision'), tally],
    meta: by('pledge.keep'),
  },
  'pledge.conclude': {
    target: 'concluded',
    guard: all('campaignIsRunning', 'noReportAwaitsVerification'),
    actions: [update('recordOutcome'), fact('pledge.concluded', 'outcome'), tally],
    meta: by('pledge.keep'),
  },
  'pledge.discontinue': {
    target: 'discontinued',
    guard: all('reasonIsGiven', 'successorIsKnown', 'successorIsAnotherUnit'),
    actions: [update('nameSuccessor'), fact('pledge.discontinued', 'successorUnitId'), tally],
    meta: by('system'),
  },
};

const report = {
  guard: all(
    'campaignIsRunning',
    'reportHasValues',
    'everyMeasureIsOfTheCampaign',
    'reportIsNotFromTheFuture',
    'periodIsNotReportedYet',
  ),
  actions: [update('addReport'), fact('pledge.reported', 'reports')],
  meta: by('pledge.prepare'),
} satisfies Ways['pledge.report'];

const withdrawCounted = {
  target: 'withdrawn',
  guard: all('reasonIsGiven'),
  actions: [fact('pledge.withdrawn'), tally],
} satisfies Omit<NonNullable<Ways['pledge.withdraw']>, 'meta'>;

const config: Config = {
  id: 'pledge@1',
  initial: 'draft',
  opening: {
    command: 'pledge.draft',
    guard: all(
      'unitIsInCampaign',
      'campaignIsRunning',
      'registrationIsOpen',
      'unitHasNoOtherPledge',
      'personPledgesAlone',
      'personIsOfUnit',
      'agreementHasMembers',
      'everyMeasureIsOfTheCampaign',
    ),
    actions: [fact('pledge.drafted', 'campaignId', 'unitId', 'personId', 'kind', 'memberUnitIds')],
    meta: by('pledge.prepare'),
  },
  states: {
    draft: { on: { ...editing, 'pledge.submit': submit('registrationIsOpen') } },
    submitted: {
      on: {
        'pledge.sign': sign,
        'pledge.accept': {
          target: 'registered',
          guard: all('campaignIsRunning', 'allMembersSigned'),
          actions: [fact('pledge.registered', 'valuesRevision', 'signedUnitIds'), tally],
          meta: by('pledge.keep'),
        },
        'pledge.return': {
          target: 'returned',
          guard: all('reasonIsGiven'),
          actions: [fact('pledge.returned'), effect('notify-pledge-returned', 'campaignId', 'unitId', 'memberUnitIds')],
          meta: by('pledge.keep'),
        },
        'pledge.refuse': {
          target: 'refused',
          guard: all('reasonIsGiven'),
          actions: [fact('pledge.refused')],
          meta: by('pledge.keep'),
        },
        ...endingUncounted,
      },
    },
    // It was handed in in time: that the window has closed since does not bar the way back.
    returned: { on: { ...editing, 'pledge.submit': submit() } },
    registered: {
      on: {
        ...counting,
        'pledge.report': { ...report, target: 'reporting' },
        'pledge.withdraw': { ...withdrawCounted, meta: by('pledge.sign') },
      },
    },
    reporting: {
      on: {
        ...counting,
        'pledge.report': report,
        'pledge.verify': {
          guard: all('reportExists', 'reportIsNotVerifiedYet', 'everyMeasureIsOfTheCampaign'),
          actions: [update('markVerified'), fact('pledge.verified', 'reports'), tally],
          meta: by('pledge.keep'),
        },
        // With results on the table a unit can no longer take its pledge back by itself.
        'pledge.withdraw': { ...withdrawCounted, meta: by('pledge.keep') },
      },
    },
    concluded: { type: 'final' },
    refused: { type: 'final' },
    withdrawn: { type: 'final' },
    discontinued: { type: 'final' },
  },
};

/** A registration or an agreement from draft to its outcome. */
export const pledgeWorkflow = defineWorkflow<PledgeContext, PledgeCommand, PledgeGuardName, PledgeUpdateName>({
  name: 'pledge',
  version: 1,
  config,
  initialContext: initialPledge,
  guards: pledgeGuards,
  updates: pledgeUpdates,
  refusals: pledgeRefusals,
  labels: pledgeLabels,
  // Reports are due by the campaign's requests, so their deadlines are the campaign's.
  deadlines: () => [],
});
