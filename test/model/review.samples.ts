import { reviewWorkflow, type ReviewContext } from '../../workflows/review';
import { allBut, ask, partOnPaper, votes } from '../../workflows/review/testing/review-histories';
import type { WorkflowSamples } from './workflow-samples';

/** Each with its usual input, and what it takes to vote item by item, to wait for an absent member, and to sign. */
const commands = [
  ...Object.keys(reviewWorkflow.definition.labels.commands).map((type) => ask(type.replace('review.', ''))),
  ask('openBallot', { itemIds: ['i1'] }),
  ask('openBallot', { itemIds: ['i2'] }),
  ask('convene', { presentIds: allBut('m9') }),
  ask('count', {}, { counts: { i1: votes(9, 9), i2: votes(8, 9) } }),
  ask('count', {}, { counts: { i1: votes(9, 10), i2: votes(9, 10) } }),
  ask('sign', { memberId: 'secretary' }),
];

/** A round of no campaign is one of which a part is voted on paper: a few steps are enough to show what is else about it. */
const onPaper = ask('schedule', { councilId: 'council', campaignId: null, meetsOn: '2024-01-19', kind: 'fullCouncil' });
const paperCommands = [...partOnPaper.slice(1), ask('takeOff'), ask('recordPaper', { counts: { i2: votes(9, 10) } })];

/** The life of a review round over two items. */
export const reviewSamples: WorkflowSamples = {
  workflow: reviewWorkflow,
  openings: [ask('schedule'), onPaper],
  commands: ({ context }) => ((context as ReviewContext).campaignId === null ? paperCommands : commands),
  distinguish: (context) => {
    const { items, roll, conflicts, signedBy, counterIds, countSignedBy } = context as ReviewContext;
    const agenda = Object.values(items).map(({ status, result }) => `${status} ${result?.recorded} ${result?.passed}`);
    const numbers = [Object.values(conflicts).flat().length, counterIds.length, countSignedBy.length];
    return [...agenda, roll?.presentIds.length, ...numbers, ...[...signedBy].sort()].join();
  },
};
