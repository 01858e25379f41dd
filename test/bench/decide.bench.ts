import { transition } from 'xstate';
import { decide, open, type Snapshot, type WorkflowCommand } from '../../workflows/kernel';
import { valueOf } from '../../workflows/kernel/state-path';
import { campaignSamples } from '../model/campaign.samples';
import type { Contest } from './harness';

const BLOCK = 4_000;
const { workflow, openings } = campaignSamples;

/** `decide` against XState's own transition, which restores the same snapshot but names no reason. */
export function decideContest(): Contest {
  const { snapshot, command } = aRunningCampaign();
  return {
    name: 'decide',
    unit: 'decisions/s',
    reference: 'bare XState resolveState() and transition()',
    target: null,
    blockSize: BLOCK,
    ours: () => {
      for (let count = 0; count < BLOCK; count += 1) decide(workflow, snapshot, command);
      return Promise.resolve();
    },
    theirs: () => {
      for (let count = 0; count < BLOCK; count += 1) {
        const { state, context } = snapshot;
        const restored = workflow.machine.resolveState({ value: valueOf(state), context });
        transition(workflow.machine, restored, command);
      }
      return Promise.resolve();
    },
  };
}

/** A campaign that is underway, and the command that opens its registration. */
function aRunningCampaign(): { readonly snapshot: Snapshot; readonly command: WorkflowCommand } {
  const samples = campaignSamples.commands({ state: 'draft', context: {} });
  const sample = (type: string): WorkflowCommand => {
    const found = [...openings, ...samples].find((one) => one.type === type);
    if (!found) throw new Error(`There is no sample of ${type}`);
    return found;
  };
  const opened = open(workflow, sample('campaign.draft'));
  if (opened.outcome !== 'accepted') throw new Error('The sample campaign cannot be drafted');
  const snapshot = ['submit', 'approve', 'launch'].reduce<Snapshot>((now, name) => {
    const decision = decide(workflow, now, sample(`campaign.${name}`));
    if (decision.outcome !== 'accepted') throw new Error(`The sample campaign refuses ${name}`);
    return decision.snapshot;
  }, opened.snapshot);
  return { snapshot, command: sample('campaign.openRegistration') };
}
