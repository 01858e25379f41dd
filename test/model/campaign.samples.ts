import {
  campaignWorkflow,
  type CampaignCommand,
  type CampaignContext,
  type CampaignFacts,
} from '../../workflows/campaign';
import { instant } from '../../workflows/kernel';
import type { WorkflowSamples } from './workflow-samples';

const facts: CampaignFacts = {
  openPledgeCount: 0,
  openCaseCount: 0,
  decidedCaseCount: 0,
  release: 'release-1',
  unknownUnitIds: [],
  codeIsTaken: false,
  repeatedCodes: [],
  faultyMeasures: [],
  strayAllocations: [],
  strayGroups: [],
  strayOffices: [],
  parent: 'none',
  parentDepth: 0,
  strayUnitIds: [],
  workflowIds: ['pledge@1'],
};

const plan = {
  kind: 'thematic',
  periodType: 'calendarYear',
  startsOn: '2024-01-01',
  endsOn: '2024-12-31',
  issuerIds: ['issuer'],
  unitIds: ['ward'],
  rounds: [{ startsOn: '2024-01-01', endsOn: '2024-06-30' }],
  indicators: [{ measures: [{}] }],
};

function ask(type: CampaignCommand['type'], input: object = {}, known: Partial<CampaignFacts> = {}): CampaignCommand {
  const at = instant('2024-01-19T07:00:00.000Z');
  return { type, at, by: 'user', input, facts: { ...facts, ...known } } as CampaignCommand;
}

const reason = 'commitment';

const commands: readonly CampaignCommand[] = [
  ask('campaign.revise', plan),
  ask('campaign.submit'),
  ask('campaign.return', { reason }),
  ask('campaign.approve', { number: '01', symbol: 'KH-UBND', approvedOn: '2024-01-19' }),
  ask('campaign.launch'),
  ask('campaign.openRegistration', { closesOn: '2024-02-15' }),
  ask('campaign.closeRegistration'),
  ask('campaign.interimReview', { heldOn: '2024-01-18' }),
  ask('campaign.requestReport', { id: 'q1', period: '2024-Q1', dueOn: '2024-04-05' }),
  ask('campaign.openAwardCycle', { id: 'cycle', dossiersDueOn: '2024-11-30' }),
  ask('campaign.openAwardCycle', { id: 'second-cycle', dossiersDueOn: '2024-12-15' }),
  ask('campaign.startAwarding'),
  ask('campaign.extend', { deadline: { of: 'report', id: 'q1' }, dueOn: '2024-04-10', reason }),
  ask('campaign.amend', { ...plan, reason }),
  ask('campaign.adoptRelease', { reason }, { release: 'release-2' }),
  ask('campaign.recordOutcome', { id: 'outcome', kind: 'criticism', unitId: 'ward', reason }),
  ask('campaign.withdrawOutcome', { outcomeId: 'outcome', reason }),
  ask('campaign.suspend', { reason }),
  ask('campaign.resume'),
  ask('campaign.conclude'),
  ask('campaign.reopen', { reason }),
  ask('campaign.cancel', { reason }),
];

/** The life of a campaign, with and without a registration window. */
export const campaignSamples: WorkflowSamples = {
  workflow: campaignWorkflow,
  openings: [ask('campaign.draft', plan)],
  commands: () => commands,
  distinguish: (context) => {
    const { registration, reportRequests, outcomes } = context as CampaignContext;
    return `${registration.status} ${reportRequests.length} ${outcomes.length}`;
  },
};
