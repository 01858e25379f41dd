import { needed, type LocalDate } from '../kernel';
import { isPassingPossible, type PassRule, type Turnout } from './count';
import type {
  AgendaItem,
  Attendance,
  Conflicts,
  CouncilMember,
  ItemRule,
  ReviewContext,
  ReviewFacts,
  ReviewItem,
  ReviewKind,
  Roll,
} from './review.types';

/** How an item is voted on: a case by the rulebook, a question as the council has stated. */
export function ruleOf({ itemId, caseId, rule }: AgendaItem, { itemRules }: ReviewFacts): ItemRule | undefined {
  return caseId === null ? rule : itemRules[itemId];
}

/** The items that are on the agenda. */
export function agendaOf({ items }: ReviewContext): readonly (readonly [string, ReviewItem])[] {
  return Object.entries(items).filter(([, item]) => item.status !== 'takenOff');
}

/** The day of the last sitting. A meeting on paper is typed in later: it met on the day it was scheduled for. */
export function metOn(context: ReviewContext): LocalDate {
  const counted = agendaOf(context).filter(([, { result }]) => result !== null);
  const isOnPaper = counted.length > 0 && counted.every(([, { result }]) => result?.recorded === true);
  return isOnPaper ? context.meetsOn : (context.sittings.at(-1)?.on ?? context.meetsOn);
}

/** The roll of a sitting from the members of the day and their attendance. In a written round everybody takes part. */
export function rollOf(kind: ReviewKind, members: readonly CouncilMember[], attendance: Attendance): Roll {
  const memberIds = members.map((member) => member.memberId);
  const came = new Set(kind === 'writtenRound' ? memberIds : attendance.presentIds);
  const presentIds = memberIds.filter((id) => came.has(id));
  const represented = new Set(attendance.representedIds ?? []);
  const inSeat = (seat: CouncilMember['seat']): readonly string[] =>
    members.filter((member) => member.seat === seat).map((member) => member.memberId);
  const seats = { chairSeatIds: [...inSeat('chair'), ...inSeat('viceChair')], secretarySeatIds: inSeat('secretary') };
  return {
    memberCount: memberIds.length,
    memberIds,
    presentIds,
    representedIds: memberIds.filter((id) => represented.has(id) && !came.has(id)),
    ...seats,
    chairIds: seats.chairSeatIds.filter((id) => came.has(id)),
    secretaryIds: seats.secretarySeatIds.filter((id) => came.has(id)),
  };
}

/** The roll after members came late or left early. */
export function rollWith(roll: Roll, presentIds: readonly string[]): Roll {
  const present = new Set(presentIds);
  const isThere = (id: string): boolean => present.has(id);
  return {
    ...roll,
    presentIds: roll.memberIds.filter(isThere),
    representedIds: roll.representedIds.filter((id) => !present.has(id)),
    chairIds: roll.chairSeatIds.filter(isThere),
    secretaryIds: roll.secretarySeatIds.filter(isThere),
  };
}

/** Who of these attended at any time of the last sitting: who presided and left early signs the minutes all the same. */
export function attended({ roll, sittings }: ReviewContext, memberIds: readonly string[]): readonly string[] {
  const moved = sittings.at(-1)?.movements.map(({ memberId }) => memberId) ?? [];
  return memberIds.filter((id) => moved.includes(id) || roll?.presentIds.includes(id) === true);
}

/** How many must be present: the strictest of the council's own quorum and of those of the items; 0 when none is set. */
export function neededPresent(context: ReviewContext, facts: ReviewFacts): number {
  const quorums = [facts.councilQuorum, ...agendaOf(context).map(([, item]) => item.quorum)];
  return Math.max(0, ...quorums.map((quorum) => (quorum ? needed(facts.members.length, quorum) : 0)));
}

/** How many must be present for the ballot on these items: the strictest quorum among them; 0 when none is set. */
export function neededFor({ items, roll }: ReviewContext, itemIds: readonly string[]): number {
  const quorums = itemIds.map((id) => items[id]?.quorum);
  return Math.max(0, ...quorums.map((quorum) => (quorum && roll ? needed(roll.memberCount, quorum) : 0)));
}

/** Whether the member has a conflict of interest on the item. */
export function hasConflict(
  { conflicts }: Pick<ReviewContext, 'conflicts'>,
  itemId: string,
  memberId: string,
): boolean {
  return conflicts[itemId]?.includes(memberId) ?? false;
}

/** Whether the member votes in this sitting under the rule: present, or represented where the rule takes proxies. */
export function isPresent(roll: Roll, rule: PassRule, memberId: string): boolean {
  return roll.presentIds.includes(memberId) || (rule.absent === 'proxy' && roll.representedIds.includes(memberId));
}

/** Who can vote on an item under the roll. */
export function turnoutOf(roll: Roll, rule: PassRule, conflicted: readonly string[]): Turnout {
  const present = roll.memberIds.filter((id) => isPresent(roll, rule, id));
  return {
    memberCount: roll.memberCount,
    presentCount: present.length,
    conflictedCount: conflicted.length,
    conflictedPresentCount: present.filter((id) => conflicted.includes(id)).length,
  };
}

/** Who presides over these items: the first who can preside without a conflict of interest on any; null when nobody can. */
export function presiderOver(roll: Roll, conflicts: Conflicts, itemIds: readonly string[]): string | null {
  return roll.chairIds.find((id) => itemIds.every((itemId) => !hasConflict({ conflicts }, itemId, id))) ?? null;
}

/** Items not voted on yet that cannot pass under the roll, whoever is in favour. */
export function unpassable(context: ReviewContext, roll: Roll, conflicts: Conflicts): readonly string[] {
  return agendaOf(context)
    .filter(([, item]) => item.status === 'waiting')
    .filter(([id, item]) => !isPassingPossible(item.passRule, turnoutOf(roll, item.passRule, conflicts[id] ?? [])))
    .map(([id]) => id);
}

/** Known conflicts with those already declared, of members on the roll and items on the agenda; items without any are left out. */
export function mergedConflicts(context: ReviewContext, roll: Roll, known: Conflicts): Conflicts {
  const merged = agendaOf(context).map(([itemId]) => {
    const conflicted = new Set([...(context.conflicts[itemId] ?? []), ...(known[itemId] ?? [])]);
    return [itemId, roll.memberIds.filter((id) => conflicted.has(id))] as const;
  });
  return Object.fromEntries(merged.filter(([, memberIds]) => memberIds.length > 0));
}
