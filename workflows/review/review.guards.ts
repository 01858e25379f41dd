import { endOfDay, startOfDay, type Guard } from '../kernel';
import { fitsTurnout, writerCount } from './count';
import { isItemCountConsistent } from './result';
import type {
  Attendance,
  ItemCount,
  ItemRule,
  ItemStatus,
  ReviewCommand,
  ReviewCommandOf,
  ReviewContext,
  ReviewItem,
} from './review.types';
import { agendaOf, hasConflict, isPresent, neededPresent, presiderOver, rollOf, turnoutOf } from './roll';

type ReviewGuard = Guard<ReviewContext, ReviewCommand>;
type InputOf<Name extends string> = ReviewCommandOf<Extract<ReviewCommand['type'], `review.${Name}`>>['input'];

const itemIdsOf = (command: ReviewCommand): readonly string[] => (command.input as InputOf<'openBallot'>).itemIds;

const itemOf = (context: ReviewContext, command: ReviewCommand): ReviewItem | undefined =>
  context.items[(command.input as InputOf<'cast'>).itemId];

/** The member a command is about: who votes is a fact, whom the secretary names is input. */
const memberOf = (command: ReviewCommand): string =>
  (command.type === 'review.cast' ? command.facts.voterId : (command.input as InputOf<'sign'>).memberId) ?? '';

/** Several items at once are in a state when there are some and each of them is. */
const everyItemIs =
  (status: ItemStatus): ReviewGuard =>
  (context, command) => {
    const ids = itemIdsOf(command);
    return ids.length > 0 && ids.every((id) => context.items[id]?.status === status);
  };

const isGiven = (reason: unknown): boolean => typeof reason === 'string' && reason.trim().length > 0;

const isWhole = ({ kind, choose, options = [] }: ItemRule): boolean =>
  kind === 'yesNo' || (choose !== null && choose >= 1 && choose <= options.length);

const attendance = (command: ReviewCommand): Attendance => command.input as Attendance;

const rollNow = (context: ReviewContext, command: ReviewCommand) =>
  rollOf(context.kind, command.facts.members, attendance(command));

/** The counts of the command with the items they are for: from the boxes, or from the paper. */
const countsOf = (context: ReviewContext, command: ReviewCommand): readonly (readonly [ReviewItem, ItemCount])[] =>
  Object.entries(command.type === 'review.recordPaper' ? command.input.counts : command.facts.counts).flatMap(
    ([id, count]) => (context.items[id] ? [[withTurnout(context, id, context.items[id]), count] as const] : []),
  );

/** On paper the ballot was never opened here, so the roll of the sitting says who could vote. */
const withTurnout = (context: ReviewContext, id: string, item: ReviewItem): ReviewItem =>
  item.turnout !== null || context.roll === null
    ? item
    : { ...item, turnout: turnoutOf(context.roll, item.passRule, context.conflicts[id] ?? []) };

const isAwaitingWritten = (item: ReviewItem): boolean =>
  item.status === 'closed' && item.turnout !== null && writerCount(item.passRule, item.turnout) > 0;

/** Predicates over a review round; each name reads as a true statement and has exactly one refusal. */
export const reviewGuards = {
  itemsAreNew: (context, command) => {
    const { items } = command.input as InputOf<'putOnAgenda'>;
    const ids = items.map((item) => item.itemId);
    return ids.length > 0 && new Set(ids).size === ids.length && ids.every((id) => !(id in context.items));
  },
  casesAreNotOnTheAgenda: (context, command) => {
    const present = agendaOf(context).map(([, item]) => item.caseId);
    const cases = (command.input as InputOf<'putOnAgenda'>).items
      .map((item) => item.caseId)
      .filter((id) => id !== null);
    return new Set(cases).size === cases.length && cases.every((id) => !present.includes(id));
  },
  casesAreListed: (_, command) => command.facts.unlistedCaseIds.length === 0,
  itemsHaveARule: (_, command) =>
    (command.input as InputOf<'putOnAgenda'>).items.every(({ itemId }) => {
      const rule = command.facts.itemRules[itemId];
      return rule !== undefined && isWhole(rule);
    }),
  itemsAreWaiting: everyItemIs('waiting'),
  itemsAreOpen: everyItemIs('open'),
  itemsAreCounted: everyItemIs('counted'),
  itemsAreVotedHere: (context, command) =>
    itemIdsOf(command).every((id) => {
      const item = context.items[id];
      return item?.ballot !== 'recorded' && item?.result?.recorded !== true;
    }),
  reasonIsGiven: (_, command) => isGiven((command.input as { readonly reason?: unknown }).reason),
  revoteIsJustified: (context, command) =>
    isGiven((command.input as { readonly reason?: unknown }).reason) ||
    itemIdsOf(command).every((id) => context.items[id]?.result?.isTie === true),
  newDayIsAhead: (_, command) => command.at < endOfDay((command.input as InputOf<'reschedule'>).meetsOn),
  meetingDayHasCome: (context, command) => command.at >= startOfDay(context.meetsOn),
  agendaHasItems: (context) => agendaOf(context).length > 0,
  attendanceIsOfMembers: (_, command) => {
    const members = new Set(command.facts.members.map((member) => member.memberId));
    const { presentIds, representedIds = [] } = attendance(command);
    const named = [...presentIds, ...representedIds];
    return new Set(named).size === named.length && named.every((id) => members.has(id));
  },
  quorumIsPresent: (context, command) =>
    rollNow(context, command).presentIds.length >= neededPresent(context, command.facts),
  chairIsPresent: (context, command) => rollNow(context, command).chairIds.length > 0,
  chairIsFree: (context, command) => {
    if (context.roll === null) return false;
    const open = agendaOf(context).filter(([, item]) => item.status === 'open');
    const ids = [...open.map(([id]) => id), ...itemIdsOf(command)];
    return presiderOver(context.roll, context.conflicts, ids) !== null;
  },
  itemIsOnTheAgenda: (context, command) => {
    const item = itemOf(context, command);
    return item !== undefined && item.status !== 'takenOff';
  },
  itemIsNotVotedOn: (context, command) => itemOf(context, command)?.status === 'waiting',
  itemIsOpen: (context, command) => itemOf(context, command)?.status === 'open',
  itemTakesWritten: (context, command) => {
    const item = itemOf(context, command);
    return item?.status === 'closed' && item.passRule.absent === 'writtenOpinion';
  },
  memberIsOnTheRoll: (context, command) => context.roll?.memberIds.includes(memberOf(command)) ?? false,
  // Somebody who is no member at all gets that one reason, not this one too.
  memberIsPresent: ({ roll, items }, command) => {
    const item = items[(command.input as InputOf<'cast'>).itemId];
    const id = memberOf(command);
    return !item || roll?.memberIds.includes(id) !== true || isPresent(roll, item.passRule, id);
  },
  memberIsAbsent: (context, command) => !context.roll?.presentIds.includes(memberOf(command)),
  memberHasNoConflict: (context, command) =>
    !hasConflict(context, (command.input as InputOf<'cast'>).itemId, memberOf(command)),
  memberHasNotVoted: (_, command) => !command.facts.hasVoted,
  noBallotIsOpen: (context) => agendaOf(context).every(([, item]) => item.status !== 'open'),
  everyItemIsVotedOn: (context) =>
    agendaOf(context).every(([, item]) => item.status === 'closed' || item.status === 'counted'),
  writtenIsAwaited: (context) => agendaOf(context).some(([, item]) => isAwaitingWritten(item)),
  noWrittenIsAwaited: (context) => !agendaOf(context).some(([, item]) => isAwaitingWritten(item)),
  boxesAreCounted: (context, command) =>
    agendaOf(context).every(([id, item]) => item.status !== 'closed' || command.facts.counts[id] !== undefined),
  paperItemsAreRecordable: (context, command) =>
    Object.keys((command.input as InputOf<'recordPaper'>).counts).every((id) => {
      const item = context.items[id];
      return item?.status === 'waiting' || (item?.status === 'counted' && item.result?.recorded === true);
    }),
  paperCoversTheAgenda: (context, command) => {
    const { counts } = command.input as InputOf<'recordPaper'>;
    return agendaOf(context).every(([id, item]) => item.status !== 'waiting' || counts[id] !== undefined);
  },
  countsAddUp: (context, command) =>
    countsOf(context, command).every(([item, count]) => isItemCountConsistent(item, count)),
  countsFitTheRoll: (context, command) =>
    countsOf(context, command).every(
      ([item, count]) => item.turnout !== null && fitsTurnout(item.passRule, item.turnout, count),
    ),
  minutesFollowTheMeeting: (context, command) => (command.input as InputOf<'minute'>).on >= context.meetsOn,
  minutesAreNotInTheFuture: (_, command) => command.at >= startOfDay((command.input as InputOf<'minute'>).on),
  signerIsEntitled: ({ roll }, command) =>
    roll !== null && [...roll.chairIds, ...roll.secretaryIds].includes(memberOf(command)),
  memberHasNotSigned: (context, command) => !context.signedBy.includes(memberOf(command)),
  minutesAreSigned: ({ roll, signedBy }) =>
    roll !== null &&
    roll.chairIds.some((id) => signedBy.includes(id)) &&
    (roll.secretaryIds.length === 0 || roll.secretaryIds.some((id) => signedBy.includes(id))),
} satisfies Record<string, ReviewGuard>;

export type ReviewGuardName = keyof typeof reviewGuards;
