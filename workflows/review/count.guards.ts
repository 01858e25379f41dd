import type { Guard } from '../kernel';
import { fitsTurnout, type Count } from './count';
import { isItemCountConsistent } from './result';
import type { ItemCount, ReviewCommand, ReviewContext, ReviewItem } from './review.types';
import { turnoutOf } from './roll';

type ReviewGuard = Guard<ReviewContext, ReviewCommand>;

/** The counts of the command with the items they are for: from the boxes, or from the paper. */
export const countsOf = (
  context: ReviewContext,
  command: ReviewCommand,
): readonly (readonly [ReviewItem, ItemCount])[] =>
  Object.entries(command.type === 'review.recordPaper' ? command.input.counts : command.facts.counts).flatMap(
    ([id, count]) => (context.items[id] ? [[withTurnout(context, id, context.items[id]), count] as const] : []),
  );

/** On paper the ballot was never opened here, so the roll of the sitting says who could vote. */
const withTurnout = (context: ReviewContext, id: string, item: ReviewItem): ReviewItem =>
  item.turnout !== null || context.roll === null
    ? item
    : { ...item, turnout: turnoutOf(context.roll, item.passRule, context.conflicts[id] ?? []) };

/** Whether the heaps agree; where they do not, a reason of its own says which ones. */
const addsUpByItself = ({ issued, returned, valid, invalid, inFavour, against, abstained }: Count): boolean =>
  returned <= issued && valid + invalid === returned && inFavour + against + abstained === valid;

const everyCount =
  (agrees: (count: Count) => boolean): ReviewGuard =>
  (context, command) =>
    countsOf(context, command).every(([, count]) => agrees(count));

/** Predicates over counts, from the boxes and from paper. */
export const countGuards = {
  noMoreReturnedThanIssued: everyCount(({ issued, returned }) => returned <= issued),
  heapsMakeTheReturned: everyCount(({ returned, valid, invalid }) => valid + invalid === returned),
  votesMakeTheValid: everyCount(({ valid, inFavour, against, abstained }) => inFavour + against + abstained === valid),
  countsAddUp: (context, command) =>
    countsOf(context, command).every(([item, count]) => isItemCountConsistent(item, count) || !addsUpByItself(count)),
  countsFitTheRoll: (context, command) =>
    countsOf(context, command).every(
      ([item, count]) => item.turnout !== null && fitsTurnout(item.passRule, item.turnout, count),
    ),
} satisfies Record<string, ReviewGuard>;
