import { decimal, instant } from '../../workflows/kernel';
import { pledgeWorkflow, type PledgeCommand, type PledgeContext, type PledgeFacts } from '../../workflows/pledge';
import type { WorkflowSamples } from './workflow-samples';

const facts: PledgeFacts = {
  campaignIsRunning: true,
  registrationIsOpen: true,
  measures: [{ id: 'income', isMandatory: true, assigned: decimal('60'), direction: 'higherIsBetter' }],
  openPledgeOfUnit: false,
  unitIsInCampaign: true,
  planRevision: 1,
  personIsOfUnit: true,
  successorIsKnown: true,
  achievement: { reached: 1, exceeded: 0, missed: 0, unreported: 0 },
};

function ask(type: PledgeCommand['type'], input: object = {}): PledgeCommand {
  return { type, at: instant('2024-04-02T07:00:00.000Z'), by: 'user', input, facts } as PledgeCommand;
}

const reason = 'commitment';
const values = { income: { value: '61.5', reason: null } };
const plan = { campaignId: 'campaign', unitId: 'ward', memberUnitIds: ['ward', 'school'], values };

const commands: readonly PledgeCommand[] = [
  ask('pledge.revise', { values }),
  ask('pledge.sign', { unitId: 'ward' }),
  ask('pledge.sign', { unitId: 'school' }),
  ask('pledge.submit'),
  ask('pledge.accept'),
  ask('pledge.return', { reason }),
  ask('pledge.refuse', { reason }),
  ask('pledge.report', {
    id: 'r1',
    period: '2024-Q1',
    asOf: '2024-03-31',
    values: [{ measureId: 'income', value: '15' }],
  }),
  ask('pledge.report', {
    id: 'r2',
    period: '2024-04',
    asOf: '2024-04-01',
    values: [{ measureId: 'income', value: '16' }],
  }),
  ask('pledge.verify', { id: 'r1', values: [] }),
  ask('pledge.verify', { id: 'r2', values: [] }),
  ask('pledge.amend', { values, reason }),
  ask('pledge.conclude'),
  ask('pledge.withdraw', { reason }),
  ask('pledge.discontinue', { reason }),
];

/** The life of a registration and of an agreement between two units. */
export const pledgeSamples: WorkflowSamples = {
  workflow: pledgeWorkflow,
  openings: [
    ask('pledge.draft', { ...plan, kind: 'registration' }),
    ask('pledge.draft', { ...plan, kind: 'agreement' }),
  ],
  commands: () => commands,
  distinguish: (context) => {
    const { signedUnitIds, reports } = context as PledgeContext;
    const reported = reports.map(({ id, status }) => `${id} ${status}`);
    return [...signedUnitIds, ...reported].sort().join();
  },
};
