import {
  decide,
  open,
  type Snapshot,
  type Workflow,
  type WorkflowCommand,
  type WorkflowRegistry,
} from '../../../workflows/kernel';
import type { ReviewContext, ReviewItem, Roll } from '../../../workflows/review';
import { commandEventsOf, commandsIn, instancesOf } from '../../platform/invariants';
import type { RowReader } from '../../platform/persistence';

/** A ballot at the moment when it was opened: that moment says who may vote, whatever the roll became later. */
export interface OpenedBallot {
  readonly itemId: string;
  readonly voteRound: number;
  readonly roll: Roll;
  /** Members on the roll who have no conflict of interest on the item. */
  readonly voterIds: readonly string[];
  /** Characters of one paper. */
  readonly paperLength: number;
}

/** A review round as it is stored, and what its commands say of its ballots. */
export interface StoredRound {
  readonly id: string;
  readonly context: ReviewContext;
  readonly commands: readonly WorkflowCommand[];
  readonly ballots: readonly OpenedBallot[];
}

/** Review rounds by their ids, with all ballots that were ever opened in them. */
export async function roundsOf(
  reads: RowReader,
  registry: WorkflowRegistry,
  ids: readonly string[],
): Promise<readonly StoredRound[]> {
  const instances = await instancesOf(reads, 'review_rounds', ids);
  const streams = await commandEventsOf(reads, ids);
  return instances.map(({ id, definition, snapshot }) => {
    const commands = commandsIn(streams.get(id) ?? []);
    const { context } = JSON.parse(snapshot) as Snapshot<ReviewContext>;
    return { id, context, commands, ballots: ballotsOpened(registry.get(definition), commands) };
  });
}

/** Goes through the commands again. A history that its definition refuses is for the check of replays to tell of. */
function ballotsOpened(workflow: Workflow, commands: readonly WorkflowCommand[]): readonly OpenedBallot[] {
  const ballots: OpenedBallot[] = [];
  let snapshot: Snapshot | undefined;
  for (const command of commands) {
    const decision = snapshot ? decide(workflow, snapshot, command) : open(workflow, command);
    if (decision.outcome === 'refused') return ballots;
    const before = (snapshot?.context as ReviewContext | undefined)?.items ?? {};
    snapshot = decision.snapshot;
    ballots.push(...newlyOpen(before, snapshot.context as ReviewContext));
  }
  return ballots;
}

function newlyOpen(before: ReviewContext['items'], { items, roll, conflicts }: ReviewContext): readonly OpenedBallot[] {
  if (roll === null) return [];
  return Object.entries(items)
    .filter(([id, item]) => item.status === 'open' && !isSameBallot(before[id], item))
    .map(([itemId, { voteRound, options }]) => ({
      itemId,
      voteRound,
      roll,
      voterIds: roll.memberIds.filter((id) => !conflicts[itemId]?.includes(id)),
      paperLength: options?.length ?? 1,
    }));
}

function isSameBallot(before: ReviewItem | undefined, now: ReviewItem): boolean {
  return before?.status === 'open' && before.voteRound === now.voteRound;
}
