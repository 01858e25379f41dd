import { endOfDay, startOfDay, type Guard } from '../kernel';
import { closingDayOf, itemIdsOf } from './command-input';
import { writerCount } from './count';
import { countGuards } from './count.guards';
import { placeGuards } from './places.guards';
import type {
  Attendance,
  ItemRule,
  ItemStatus,
  ReviewCommand,
  ReviewCommandOf,
  ReviewContext,
  ReviewItem,
} from './review.types';
import {
  agendaOf,
  attended,
  hasConflict,
  isPresent,
  metOn,
  neededFor,
  neededPresent,
  presiderOver,
  rollOf,
  ruleOf,
} from './roll';

type ReviewGuard = Guard<ReviewContext, ReviewCommand>;
type InputOf<Name extends string> = ReviewCommandOf<Extract<ReviewCommand['type'], `review.${Name}`>>['input'];

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

const isAwaitingWritten = (item: ReviewItem): boolean =>
  item.status === 'closed' && item.turnout !== null && writerCount(item.passRule, item.turnout) > 0;

/** Whether its ballot is closed. */
export const isVotedOn = ({ status }: ReviewItem): boolean => status === 'closed' || status === 'counted';

/** Its result comes from paper, once what is voted on here has been counted. */
export const isForPaper = ({ ballot, status }: ReviewItem): boolean => ballot === 'recorded' && status === 'waiting';

const memberIdsOf = (command: ReviewCommand): readonly string[] => (command.input as InputOf<'arrive'>).memberIds;

const isDistinct = (ids: readonly string[]): boolean => ids.length > 0 && new Set(ids).size === ids.length;

/** Predicates over a review round; each name reads as a true statement and has exactly one refusal. */
export const reviewGuards = {
  closingDayFits: (context, command) => {
    const { meetsOn = context.meetsOn } = command.input as Partial<InputOf<'schedule'>>;
    const closingDay = closingDayOf(context, command);
    return closingDay === null || (context.kind === 'writtenRound' && closingDay >= meetsOn);
  },
  closingDayIsAhead: (context, command) => {
    const closingDay = closingDayOf(context, command);
    return closingDay === null || command.at < endOfDay(closingDay);
  },
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
  casesAreNotHeldUp: (_, { facts: { heldUpCaseIds = [] } }) => heldUpCaseIds.length === 0,
  itemsHaveARule: (_, command) =>
    (command.input as InputOf<'putOnAgenda'>).items.every((item) => {
      const rule = ruleOf(item, command.facts);
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
  resumptionIsAhead: (_, command) => {
    const { until } = command.input as InputOf<'adjourn'>;
    return until === undefined || command.at < endOfDay(until);
  },
  meetingDayHasCome: (context, command) => command.at >= startOfDay(context.resumesOn ?? context.meetsOn),
  agendaHasItems: (context) => agendaOf(context).length > 0,
  attendanceIsOfMembers: (_, command) => {
    const members = new Set(command.facts.members.map((member) => member.memberId));
    const { presentIds, representedIds = [], absences = [] } = attendance(command);
    const absent = absences.map(({ memberId }) => memberId);
    const named = [...presentIds, ...representedIds];
    return (
      new Set(named).size === named.length &&
      new Set([...presentIds, ...absent]).size === presentIds.length + absent.length &&
      [...named, ...absent].every((id) => members.has(id))
    );
  },
  quorumIsPresent: (context, command) =>
    rollNow(context, command).presentIds.length >= neededPresent(context, command.facts),
  chairIsPresent: (context, command) => rollNow(context, command).chairIds.length > 0,
  membersAreAbsent: ({ roll }, command) => {
    const ids = memberIdsOf(command);
    return isDistinct(ids) && ids.every((id) => roll?.memberIds.includes(id) && !roll.presentIds.includes(id));
  },
  membersArePresent: ({ roll }, command) => {
    const ids = memberIdsOf(command);
    return isDistinct(ids) && ids.every((id) => roll?.presentIds.includes(id));
  },
  itemsHaveQuorum: (context, command) =>
    (context.roll?.presentIds.length ?? 0) >= neededFor(context, itemIdsOf(command)),
  countersAreEligible: ({ roll }, command) => {
    const ids = memberIdsOf(command);
    return isDistinct(ids) && ids.every((id) => roll?.presentIds.includes(id) && !roll.chairIds.includes(id));
  },
  countersAreNamed: ({ needsCounters, counterIds }) => !needsCounters || counterIds.length > 0,
  signerIsCounter: ({ counterIds }, command) => counterIds.includes(memberOf(command)),
  counterHasNotSigned: ({ countSignedBy }, command) => !countSignedBy.includes(memberOf(command)),
  countIsSigned: ({ counterIds, countSignedBy }) => counterIds.every((id) => countSignedBy.includes(id)),
  answersAreInTime: ({ answersBy }, command) => answersBy === null || command.at < endOfDay(answersBy),
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
  // Who was absent when the ballot was opened writes, also when they are there once the council sits again.
  memberIsAbsent: (_, command) => !command.facts.hasBallot,
  memberHasNoConflict: (context, command) =>
    !hasConflict(context, (command.input as InputOf<'cast'>).itemId, memberOf(command)),
  memberHasNotVoted: (_, command) => !command.facts.hasVoted,
  noBallotIsOpen: (context) => agendaOf(context).every(([, item]) => item.status !== 'open'),
  everyItemIsVotedOn: (context) => agendaOf(context).every(([, item]) => isVotedOn(item) || isForPaper(item)),
  everyItemIsCounted: (context) => agendaOf(context).every(([, { status }]) => status === 'counted'),
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
  ...countGuards,
  caseHasNotPassed: (context, command) => {
    const item = itemOf(context, command);
    return item?.status === 'counted' && item.caseId !== null && item.result?.passed === false;
  },
  tierIsLower: (context, command) =>
    command.facts.tierIsKnown && itemOf(context, command)?.tier !== (command.input as InputOf<'stepDown'>).tier,
  speakerPresided: (context, command) =>
    context.roll !== null && attended(context, context.roll.chairSeatIds).includes(command.facts.voterId ?? ''),
  ...placeGuards,
  minutesFollowTheMeeting: (context, command) => (command.input as InputOf<'minute'>).on >= metOn(context),
  minutesAreNotInTheFuture: (_, command) => command.at >= startOfDay((command.input as InputOf<'minute'>).on),
  signerIsEntitled: (context, command) =>
    context.roll !== null &&
    attended(context, [...context.roll.chairSeatIds, ...context.roll.secretarySeatIds]).includes(memberOf(command)),
  memberHasNotSigned: (context, command) => !context.signedBy.includes(memberOf(command)),
  minutesAreSigned: (context) => {
    const { roll, signedBy } = context;
    if (roll === null) return false;
    const secretaries = attended(context, roll.secretarySeatIds);
    return (
      attended(context, roll.chairSeatIds).some((id) => signedBy.includes(id)) &&
      (secretaries.length === 0 || secretaries.some((id) => signedBy.includes(id)))
    );
  },
} satisfies Record<string, ReviewGuard>;

export type ReviewGuardName = keyof typeof reviewGuards;
