import type { DeadlineSpec, Snapshot, Update } from '../kernel';
import { resultOf } from './result';
import type {
  Attendance,
  ItemCount,
  ItemRule,
  ReviewCommand,
  ReviewCommandOf,
  ReviewContext,
  ReviewFacts,
  ReviewItem,
} from './review.types';
import { agendaOf, mergedConflicts, presiderOver, rollOf, turnoutOf, unpassable } from './roll';

/** Facts of a command that asks for none. */
export const noReviewFacts: ReviewFacts = {
  itemRules: {},
  unlistedCaseIds: [],
  members: [],
  councilQuorum: null,
  conflicts: {},
  voterId: null,
  hasVoted: false,
  counts: {},
};

/** The context of a review round that has just been scheduled. */
export function initialReview(command: ReviewCommand): ReviewContext {
  const { councilId, campaignId, meetsOn, kind } = (command as ReviewCommandOf<'review.schedule'>).input;
  return {
    councilId,
    campaignId,
    meetsOn,
    kind,
    items: {},
    roll: null,
    conflicts: {},
    chairId: null,
    unpassableItemIds: [],
    minutes: null,
    signedBy: [],
  };
}

type ReviewUpdate = Update<ReviewContext, ReviewCommand>;

const itemIdsOf = (command: ReviewCommand): readonly string[] =>
  (command as ReviewCommandOf<'review.openBallot'>).input.itemIds;

/** The changes of context that the machine names. */
export const reviewUpdates = {
  putItems: (context, command) => {
    const { items } = (command as ReviewCommandOf<'review.putOnAgenda'>).input;
    const added = items.flatMap(({ itemId, caseId }) => {
      const rule = command.facts.itemRules[itemId];
      return rule ? [[itemId, waitingItem(caseId, rule)] as const] : [];
    });
    return { items: { ...context.items, ...Object.fromEntries(added) } };
  },
  takeItemsOff: (context, command) => {
    const items = changed(context, itemIdsOf(command), (item) => ({ ...item, status: 'takenOff' }));
    return { items, unpassableItemIds: context.unpassableItemIds.filter((id) => items[id]?.status !== 'takenOff') };
  },
  takeAllOff: (context) => ({
    items: changed(context, Object.keys(context.items), (item) => ({ ...item, status: 'takenOff', result: null })),
    unpassableItemIds: [],
  }),
  moveDay: (_, command) => ({ meetsOn: (command as ReviewCommandOf<'review.reschedule'>).input.meetsOn }),
  fixRoll: (context, command) => {
    const roll = rollOf(context.kind, command.facts.members, command.input as Attendance);
    const conflicts = mergedConflicts(context, roll, command.facts.conflicts);
    return {
      roll,
      conflicts,
      chairId: presiderOver(roll, {}, []),
      unpassableItemIds: unpassable(context, roll, conflicts),
    };
  },
  addConflict: (context, command) => {
    const { itemId, memberId } = (command as ReviewCommandOf<'review.declareConflict'>).input;
    const conflicts = { ...context.conflicts, [itemId]: [...(context.conflicts[itemId] ?? []), memberId] };
    return {
      conflicts,
      ...(context.roll ? { unpassableItemIds: unpassable(context, context.roll, conflicts) } : {}),
    };
  },
  openItems: (context, command) => withPresider(context, opened(context, itemIdsOf(command), 0)),
  reopenItems: (context, command) => withPresider(context, opened(context, itemIdsOf(command), 1)),
  closeItems: (context, command) =>
    withPresider(
      context,
      changed(context, itemIdsOf(command), (item) => ({ ...item, status: 'closed' })),
    ),
  takeCounts: (context, command) => {
    const closed = agendaOf(context).filter(([, item]) => item.status === 'closed');
    const ids = closed.map(([id]) => id);
    return { items: changed(context, ids, (item, id) => counted(item, command.facts.counts[id], false)) };
  },
  takePaperCounts: (context, command) => {
    const { counts } = (command as ReviewCommandOf<'review.recordPaper'>).input;
    const held = opened(context, Object.keys(counts), 0);
    return {
      items: changed({ ...context, items: held }, Object.keys(counts), (item, id) => counted(item, counts[id], true)),
    };
  },
  recordMinutes: (_, command) => ({ minutes: { on: (command as ReviewCommandOf<'review.minute'>).input.on } }),
  addSignature: (context, command) => ({
    signedBy: [...context.signedBy, (command as ReviewCommandOf<'review.sign'>).input.memberId],
  }),
} satisfies Record<string, ReviewUpdate>;

export type ReviewUpdateName = keyof typeof reviewUpdates;

/** A scheduled review round meets on its day; in every other state nothing is due. */
export function reviewDeadlines({ state, context }: Snapshot<ReviewContext>): readonly DeadlineSpec[] {
  return state === 'scheduled' ? [{ key: 'meets', kind: 'review.meets', dueOn: context.meetsOn }] : [];
}

function waitingItem(caseId: string | null, rule: ItemRule): ReviewItem {
  return { ...rule, caseId, status: 'waiting', voteRound: 1, turnout: null, result: null };
}

function changed(
  { items }: Pick<ReviewContext, 'items'>,
  ids: readonly string[],
  change: (item: ReviewItem, id: string) => ReviewItem,
): ReviewContext['items'] {
  const asked = new Set(ids);
  return Object.fromEntries(Object.entries(items).map(([id, item]) => [id, asked.has(id) ? change(item, id) : item]));
}

/** The ballot fixes who can vote and forgets an earlier result: no count is known while an item is open. */
function opened(context: ReviewContext, ids: readonly string[], moreRounds: 0 | 1): ReviewContext['items'] {
  const { roll, conflicts } = context;
  return changed(context, ids, (item, id) => ({
    ...item,
    status: 'open',
    voteRound: item.voteRound + moreRounds,
    turnout: roll ? turnoutOf(roll, item.passRule, conflicts[id] ?? []) : null,
    result: null,
  }));
}

function withPresider(context: ReviewContext, items: ReviewContext['items']): Partial<ReviewContext> {
  const openIds = Object.keys(items).filter((id) => items[id]?.status === 'open');
  return { items, chairId: context.roll ? presiderOver(context.roll, context.conflicts, openIds) : null };
}

function counted(item: ReviewItem, count: ItemCount | undefined, recorded: boolean): ReviewItem {
  if (!count || !item.turnout) return item;
  return { ...item, status: 'counted', result: resultOf(item, item.turnout, count, recorded) };
}
