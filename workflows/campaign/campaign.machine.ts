import { all, by, defineWorkflow, effect, fact, update, type WorkflowConfig } from '../kernel';
import { campaignGuards, type CampaignGuardName } from './campaign.guards';
import { campaignLabels } from './campaign.labels';
import { campaignRefusals } from './campaign.refusals';
import { campaignDeadlines, campaignUpdates, initialCampaign, type CampaignUpdateName } from './campaign.rules';
import type { CampaignCommand, CampaignContext } from './campaign.types';

type Config = WorkflowConfig<CampaignCommand['type'], CampaignGuardName, CampaignUpdateName>;
type Ways = NonNullable<Config['states'][string]['on']>;

const planGuards = [
  'periodIsInOrder',
  'schoolYearIsClear',
  'roundsAreInsideThePeriod',
  'issuerIsNamed',
  'everyIndicatorHasAMeasure',
  'measuresFitOnePledge',
  'unitsAreKnown',
  'codeIsFree',
  'codesAreUnique',
  'everyMeasureCanBeJudged',
  'allocationsFitThePlan',
  'groupsAreOfThePlan',
  'officesAreOfIssuers',
] as const;

const outcomes: Ways = {
  'campaign.recordOutcome': {
    guard: all('reasonIsGiven', 'outcomeUnitTakesPart', 'outcomeIsNotRecordedYet'),
    actions: [update('addOutcome'), fact('campaign.outcomeRecorded', 'outcomes')],
    meta: by('campaign.direct'),
  },
  'campaign.withdrawOutcome': {
    guard: all('reasonIsGiven', 'outcomeStands'),
    actions: [update('withdrawOutcome'), fact('campaign.outcomeWithdrawn', 'outcomes')],
    meta: by('campaign.direct'),
  },
};

const cancel = {
  target: '#cancelled',
  guard: all('reasonIsGiven', 'nothingIsDecided'),
  actions: [update('closeWindow'), fact('campaign.cancelled'), effect('announce-campaign-cancelled')],
  meta: by('campaign.direct'),
} satisfies Ways['campaign.cancel'];

const suspendTo = (target: string): NonNullable<Ways['campaign.suspend']> => ({
  target,
  guard: all('reasonIsGiven'),
  actions: [fact('campaign.suspended')],
  meta: by('campaign.direct'),
});

const resumeTo = (target: string): Ways => ({
  'campaign.resume': { target, actions: [fact('campaign.resumed')], meta: by('campaign.direct') },
  'campaign.cancel': cancel,
});

/** What can be done in every state in which the campaign runs. */
const running: Ways = {
  ...outcomes,
  'campaign.interimReview': {
    guard: all('reviewHasBeenHeld'),
    actions: [update('addInterimReview'), fact('campaign.reviewedInterim', 'interimReviewDates')],
    meta: by('campaign.run'),
  },
  'campaign.requestReport': {
    guard: all('reportIsDueAhead', 'reportIsNotRequestedYet', 'addresseesTakePart'),
    actions: [update('addReportRequest'), fact('campaign.reportRequested', 'reportRequests')],
    meta: by('campaign.run'),
  },
  'campaign.extend': {
    guard: all('reasonIsGiven', 'deadlineExists', 'newDayIsLater', 'newDayIsAhead', 'cycleDayIsFree'),
    actions: [update('moveDeadline'), fact('campaign.extended')],
    meta: by('campaign.direct'),
  },
  'campaign.amend': {
    guard: all('reasonIsGiven', 'parentStaysTheSame', ...planGuards),
    actions: [update('takePlan'), fact('campaign.amended', 'planRevision')],
    meta: by('campaign.direct'),
  },
  'campaign.adoptRelease': {
    guard: all('reasonIsGiven', 'releaseCoversThePeriod', 'releaseIsNew'),
    actions: [update('pinRelease'), fact('campaign.releaseAdopted', 'rulebookRelease')],
    meta: by('campaign.direct'),
  },
  'campaign.openAwardCycle': {
    target: '#collecting',
    guard: all('dossiersAreDueAhead', 'cycleIsNotOpenYet', 'cycleDayIsFree'),
    actions: [update('addAwardCycle'), fact('campaign.awardCycleOpened', 'awardCycles')],
    meta: by('campaign.run'),
  },
  'campaign.closeRegistration': {
    guard: all('registrationIsOpen', 'registrationMayEnd'),
    actions: [update('closeWindow'), fact('campaign.registrationClosed')],
    meta: by('campaign.run', 'system'),
  },
  'campaign.cancel': cancel,
};

const config: Config = {
  id: 'campaign@1',
  initial: 'draft',
  opening: {
    command: 'campaign.draft',
    guard: all(...planGuards, 'parentIsKnown', 'parentHasNotEnded', 'treeIsNotTooDeep'),
    actions: [fact('campaign.drafted')],
    meta: by('campaign.prepare'),
  },
  states: {
    draft: {
      on: {
        'campaign.revise': {
          guard: all('parentStaysTheSame', ...planGuards),
          actions: [update('takePlan'), fact('campaign.revised', 'planRevision')],
          meta: by('campaign.prepare'),
        },
        'campaign.submit': {
          target: 'awaitingApproval',
          guard: all('planHasMeasures', 'planHasUnits'),
          actions: [fact('campaign.submitted')],
          meta: by('campaign.prepare'),
        },
        'campaign.cancel': cancel,
      },
    },
    awaitingApproval: {
      on: {
        'campaign.approve': {
          target: 'approved',
          guard: all('approvalIsNotInTheFuture'),
          actions: [update('recordApproval'), fact('campaign.approved', 'approval')],
          meta: by('campaign.direct'),
        },
        'campaign.return': {
          target: 'draft',
          guard: all('reasonIsGiven'),
          actions: [fact('campaign.returned')],
          meta: by('campaign.direct'),
        },
        'campaign.cancel': cancel,
      },
    },
    approved: {
      on: {
        'campaign.launch': {
          target: 'underway',
          guard: all('releaseCoversThePeriod', 'periodHasNotEnded'),
          actions: [
            update('pinRelease'),
            update('pinWorkflows'),
            fact('campaign.launched', 'rulebookRelease', 'workflowIds', 'planRevision'),
            effect('announce-campaign'),
          ],
          meta: by('campaign.direct'),
        },
        'campaign.cancel': cancel,
      },
    },
    underway: {
      id: 'underway',
      on: {
        ...running,
        'campaign.openRegistration': {
          guard: all('registrationIsNotOpen', 'closingDayIsAhead'),
          actions: [update('openWindow'), fact('campaign.registrationOpened', 'registration')],
          meta: by('campaign.run'),
        },
        'campaign.suspend': suspendTo('suspended.underway'),
        'campaign.conclude': {
          target: 'concluded',
          guard: all('noPledgeIsOpen', 'noCaseIsOpen'),
          actions: [update('closeWindow'), fact('campaign.concluded'), effect('tally-campaign')],
          meta: by('campaign.direct'),
        },
      },
    },
    collecting: {
      id: 'collecting',
      on: {
        ...running,
        'campaign.startAwarding': {
          target: 'awarding',
          actions: [fact('campaign.awardingStarted')],
          meta: by('campaign.run'),
        },
        'campaign.suspend': suspendTo('suspended.collecting'),
      },
    },
    awarding: {
      id: 'awarding',
      on: {
        ...running,
        'campaign.suspend': suspendTo('suspended.awarding'),
        'campaign.conclude': {
          target: 'concluded',
          guard: all('noPledgeIsOpen', 'noCaseIsOpen'),
          actions: [update('closeWindow'), fact('campaign.concluded'), effect('tally-campaign')],
          meta: by('campaign.direct'),
        },
      },
    },
    suspended: {
      initial: 'underway',
      states: {
        underway: { on: resumeTo('#underway') },
        collecting: { on: resumeTo('#collecting') },
        awarding: { on: resumeTo('#awarding') },
      },
    },
    concluded: {
      on: {
        ...outcomes,
        'campaign.reopen': {
          target: 'awarding',
          guard: all('reasonIsGiven'),
          actions: [fact('campaign.reopened')],
          meta: by('campaign.direct'),
        },
      },
    },
    cancelled: { id: 'cancelled', type: 'final' },
  },
};

/** The launch and life of a campaign. */
export const campaignWorkflow = defineWorkflow<CampaignContext, CampaignCommand, CampaignGuardName, CampaignUpdateName>(
  {
    name: 'campaign',
    version: 1,
    config,
    initialContext: initialCampaign,
    guards: campaignGuards,
    updates: campaignUpdates,
    refusals: campaignRefusals,
    labels: campaignLabels,
    deadlines: campaignDeadlines,
  },
);
