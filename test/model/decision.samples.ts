import {
  decisionWorkflow,
  type DecisionCommand,
  type DecisionContext,
  type DecisionFacts,
} from '../../workflows/decision';
import { instant } from '../../workflows/kernel';
import type { WorkflowSamples } from './workflow-samples';

const facts: DecisionFacts = {
  caseCount: 1,
  listedCount: 2,
  askedListedCount: 1,
  casesNotStanding: 0,
  casesNotReady: 0,
  tiersBeyondAuthority: [],
  numberIsTaken: false,
  lastSittingOn: null,
};

function ask(type: DecisionCommand['type'], input: object = {}): DecisionCommand {
  return { type, at: instant('2024-12-31T02:00:00.000Z'), by: 'user', input, facts } as DecisionCommand;
}

const reason = 'commitment';
const list = { authorityUnitId: 'district', campaignId: null, caseIds: ['case'] };

const commands: readonly DecisionCommand[] = [
  ask('decision.revise', { caseIds: ['case'] }),
  ask('decision.addCases', { caseIds: ['case'] }),
  ask('decision.removeCases', { caseIds: ['case'] }),
  ask('decision.sendForSignature'),
  ask('decision.return', { reason }),
  ask('decision.sign', { signerUserId: 'chair', capacity: 'self', title: 'Chủ tịch', principal: null }),
  ask('decision.number', { number: '125', symbol: 'QĐ-UBND', year: 2024 }),
  ask('decision.issue', { issuedOn: '2024-12-31' }),
  ask('decision.correct', {
    ...{ reason, caseId: 'case', field: 'subject', shouldRead: 'commitment' },
    ...{ number: '126', symbol: 'QĐ-UBND', correctedOn: '2024-12-31' },
  }),
  ask('decision.revokeCases', { reason, caseIds: ['case'] }),
  ask('decision.revoke', { reason }),
  ask('decision.cancelDraft', { reason }),
];

/** The life of a decision, before and after it has its number. */
export const decisionSamples: WorkflowSamples = {
  workflow: decisionWorkflow,
  openings: [ask('decision.draft', list)],
  commands: () => commands,
  distinguish: (context) => String((context as DecisionContext).number !== null),
};
