import type { Update } from '../kernel';
import { closingDayOf, itemIdsOf } from './command-input';
import { allotments, placesIn } from './places';
import { resultOf } from './result';
import { moved, paperSignatures, signature, sittingOf } from './review.sittings';
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
import { agendaOf, mergedConflicts, presiderOver, rollOf, ruleOf, turnoutOf, unpassable } from './roll';

/** Facts of a command that asks for none. */
export const noReviewFacts: ReviewFacts = {
  itemRules: {},
  unlistedCaseIds: [],
  heldUpCaseIds: [],
  members: [],
  councilQuorum: null,
  conflicts: {},
  voterId: null,
  hasVoted: false,
  hasBallot: false,
  counts: {},
  tierIsKnown: false,
  quotas: [],
  womanItemIds: [],
};

/** The context of a review round that has just been scheduled. */
export function initialReview(command: ReviewCommand): ReviewContext {
  const { input } = command as ReviewCommandOf<'review.schedule'>;
  const { councilId, campaignId, meetsOn, kind, answersBy = null, needsCounters = false } = input;
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
    answersBy,
    resumesOn: null,
    sittings: [],
    needsCounters,
    counterIds: [],
    countSignedBy: [],
    declarations: [],
    places: null,
    tieOrder: [],
    minutes: null,
    signedBy: [],
    paperSignatures: [],
  };
}

type ReviewUpdate = Update<ReviewContext, ReviewCommand>;

/** The changes of context that the machine names. */
export const reviewUpdates = {
  putItems: (context, command) => {
    const { items } = (command as ReviewCommandOf<'review.putOnAgenda'>).input;
    const before = Object.keys(context.items).length;
    const added = items.flatMap((item, index) => {
      const { itemId, caseId, title = null } = item;
      const rule = ruleOf(item, command.facts);
      return rule ? [[itemId, waitingItem({ caseId, title, ordinal: before + index + 1 }, rule)] as const] : [];
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
  moveDay: (context, command) => ({
    meetsOn: (command as ReviewCommandOf<'review.reschedule'>).input.meetsOn,
    answersBy: closingDayOf(context, command),
  }),
  moveClosingDay: (context, command) => ({ answersBy: closingDayOf(context, command) }),
  fixRoll: (context, command) => {
    const roll = rollOf(context.kind, command.facts.members, command.input as Attendance);
    const conflicts = mergedConflicts(context, roll, command.facts.conflicts);
    return {
      roll,
      conflicts,
      chairId: presiderOver(roll, {}, []),
      unpassableItemIds: unpassable(context, roll, conflicts),
      sittings: [...context.sittings, sittingOf(roll.presentIds, command)],
      resumesOn: null,
    };
  },
  noteArrivals: (context, command) => moved(context, command, 'arrived'),
  noteLeavings: (context, command) => moved(context, command, 'left'),
  setCounters: (_, command) => ({
    counterIds: (command as ReviewCommandOf<'review.nameCounters'>).input.memberIds,
    countSignedBy: [],
  }),
  setResumption: (_, command) => ({
    resumesOn: (command as ReviewCommandOf<'review.adjourn'>).input.until ?? null,
  }),
  addConflict: (context, command) => {
    const { itemId, memberId } = (command as ReviewCommandOf<'review.declareConflict'>).input;
    const conflicts = { ...context.conflicts, [itemId]: [...(context.conflicts[itemId] ?? []), memberId] };
    return {
      conflicts,
      ...(context.roll ? { unpassableItemIds: unpassable(context, context.roll, conflicts) } : {}),
    };
  },
  openItems: (context, command) => withPresider(context, opened(context, itemIdsOf(command), 0)),
  reopenItems: (context, command) => ({
    ...withPresider(context, opened(context, itemIdsOf(command), 1)),
    countSignedBy: [],
    tieOrder: [],
    declarations: declarationsBut(context, itemIdsOf(command)),
  }),
  reopenForTie: (context, command) => {
    const ids = itemIdsOf(command);
    const reopened = opened(context, ids, 1);
    const items = changed({ items: reopened }, ids, (item, id) => ({
      ...item,
      earlier: context.items[id]?.result ?? null,
    }));
    return { ...withPresider(context, items), countSignedBy: [] };
  },
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
      countSignedBy: [],
      tieOrder: [],
      declarations: declarationsBut(context, Object.keys(counts)),
      items: changed({ ...context, items: held }, Object.keys(counts), (item, id) => counted(item, counts[id], true)),
    };
  },
  recordMinutes: (_, command) => ({ minutes: { on: (command as ReviewCommandOf<'review.minute'>).input.on } }),
  noteStepDown: (context, command) => {
    const { itemId, tier } = (command as ReviewCommandOf<'review.stepDown'>).input;
    return { items: changed(context, [itemId], (item) => ({ ...item, stepDownTo: tier })) };
  },
  addDeclaration: (context, command) => {
    const { itemIds, statement } = (command as ReviewCommandOf<'review.declare'>).input;
    const memberId = command.facts.voterId ?? '';
    const before = declarationsBut(context, itemIds, memberId);
    return { declarations: [...before, { memberId, itemIds, statement }] };
  },
  orderTied: (context, command) => ({ tieOrder: [...context.tieOrder, ...itemIdsOf(command)] }),
  allotPlaces: (context, command) => ({ places: placesIn(allotments(context, command.facts)) }),
  addCountSignature: (context, command) => ({
    countSignedBy: [...context.countSignedBy, signature(command).memberId],
    paperSignatures: paperSignatures(context, command, 'count'),
  }),
  addSignature: (context, command) => ({
    signedBy: [...context.signedBy, signature(command).memberId],
    paperSignatures: paperSignatures(context, command, 'minutes'),
  }),
} satisfies Record<string, ReviewUpdate>;

export type ReviewUpdateName = keyof typeof reviewUpdates;

/** What was declared, but for these items: of one member, or of all where none is named. */
function declarationsBut(
  { declarations }: ReviewContext,
  itemIds: readonly string[],
  memberId?: string,
): ReviewContext['declarations'] {
  return declarations
    .map((each) =>
      memberId === undefined || each.memberId === memberId
        ? { ...each, itemIds: each.itemIds.filter((id) => !itemIds.includes(id)) }
        : each,
    )
    .filter((each) => each.itemIds.length > 0);
}

function waitingItem(of: Pick<ReviewItem, 'caseId' | 'title' | 'ordinal'>, rule: ItemRule): ReviewItem {
  const untouched = { voteRound: 1, turnout: null, presiderId: null, result: null, earlier: null, stepDownTo: null };
  return { ...rule, ...of, status: 'waiting', ...untouched };
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
    presiderId: roll ? presiderOver(roll, conflicts, [id]) : null,
    result: null,
    earlier: null,
    stepDownTo: null,
  }));
}

/** Who presides over all open items presides over each of them. */
function withPresider(context: ReviewContext, items: ReviewContext['items']): Partial<ReviewContext> {
  const openIds = Object.keys(items).filter((id) => items[id]?.status === 'open');
  const chairId = context.roll ? presiderOver(context.roll, context.conflicts, openIds) : null;
  const opening = openIds.filter((id) => context.items[id]?.status !== 'open');
  return { items: changed({ items }, opening, (item) => ({ ...item, presiderId: chairId })), chairId };
}

function counted(item: ReviewItem, count: ItemCount | undefined, recorded: boolean): ReviewItem {
  if (!count || !item.turnout) return item;
  const found = resultOf(item, item.turnout, count, recorded);
  const { earlier } = item;
  // Who passed has passed: the ballot that breaks a tie only says who comes first.
  const result = earlier ? { ...earlier, tieBreaks: [...(earlier.tieBreaks ?? []), found.inFavour] } : found;
  return { ...item, status: 'counted', result, earlier: null };
}
