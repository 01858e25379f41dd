import {
  itemSentence,
  placeSentence,
  type ReviewContext,
  type ReviewItem,
  type Sitting,
} from '../../../workflows/review';
import { needed } from '../../../workflows/kernel';
import { figuresOf } from '../reviews.queries';
import type {
  CountMinutesResponse,
  MinutesItem,
  MinutesMember,
  MinutesResponse,
  MinutesSignature,
  MinutesSitting,
} from './minutes.response';

/** What minutes are drawn from. */
export interface MinutesSource {
  readonly reviewId: string;
  readonly state: string;
  readonly context: ReviewContext;
  readonly host: string;
  /** In the order of the council. */
  readonly members: readonly MinutesMember[];
  /** Names of those who are nominated, by case. */
  readonly titles: ReadonlyMap<string, string>;
  /** Who is ticked off, and for which box; it says nothing of any choice. */
  readonly voted: readonly { readonly memberId: string; readonly kind: string }[];
}

/** The minutes. Who has voted, and every figure, is left out while anything is open or not counted. */
export function minutesOf(source: MinutesSource): MinutesResponse {
  const { reviewId, state, context, host, members, voted } = source;
  const { kind, meetsOn, answersBy, minutes, sittings, counterIds, declarations, items, signedBy } = context;
  const shown = isCounted(context) ? voted : [];
  const ofKind = (box: string): readonly MinutesMember[] =>
    members.filter(({ memberId }) => shown.some((each) => each.memberId === memberId && each.kind === box));
  return {
    reviewId,
    isDraft: !['minuted', 'closed'].includes(state),
    host,
    kind,
    meetsOn,
    answersBy,
    drawnUpOn: minutes?.on ?? null,
    invited: members,
    sittings: sittings.map((sitting) => sittingOf(sitting, members)),
    counters: named(counterIds, members),
    answered: kind === 'writtenRound' ? ofKind('ballots') : [],
    wrote: ofKind('opinions'),
    items: itemsOf(source),
    declarations: declarations.map(({ memberId, statement, itemIds }) => ({
      member: memberIn(members, memberId),
      statement,
      ordinals: itemIds.flatMap((id) => items[id]?.ordinal ?? []),
    })),
    signatures: signatures(signedBy, 'minutes', source),
  };
}

/** The minutes of the count: nothing but the heaps of each item and who vouches for them. */
export function countMinutesOf(source: MinutesSource): CountMinutesResponse {
  const { reviewId, context, host, members } = source;
  const counted = isCounted(context);
  return {
    reviewId,
    host,
    on: context.sittings.at(-1)?.on ?? context.meetsOn,
    isCounted: counted,
    counters: named(context.counterIds, members),
    items: counted ? itemsOf(source) : [],
    signatures: signatures(context.countSignedBy, 'count', source),
  };
}

function isCounted({ items }: ReviewContext): boolean {
  const onAgenda = Object.values(items).filter(({ status }) => status !== 'takenOff');
  return onAgenda.length > 0 && onAgenda.every(({ status }) => status === 'counted');
}

function itemsOf({ context, members, titles }: MinutesSource): readonly MinutesItem[] {
  return Object.entries(context.items)
    .filter(([, { status }]) => status !== 'takenOff')
    .sort(([, a], [, b]) => a.ordinal - b.ordinal)
    .map(([itemId, item]) => itemOf(itemId, item, context, members, titles));
}

function itemOf(
  itemId: string,
  item: ReviewItem,
  context: ReviewContext,
  members: readonly MinutesMember[],
  titles: ReadonlyMap<string, string>,
): MinutesItem {
  const { ordinal, caseId, title, tier, ballot, voteRound, quorum, presiderId, stepDownTo, passRule } = item;
  const result = isCounted(context) ? item.result : null;
  const place = context.places?.[itemId];
  return {
    ordinal,
    itemId,
    title: title ?? titles.get(caseId ?? '') ?? '',
    tier,
    ballot,
    voteRound,
    quorum: quorum && context.roll ? needed(context.roll.memberCount, quorum) : null,
    conflicted: named(context.conflicts[itemId] ?? [], members),
    presider: presiderId === null ? null : memberIn(members, presiderId),
    isPassed: result?.passed ?? null,
    sentence: result ? itemSentence(item) : null,
    place: place ? placeSentence(place) : null,
    tieBreaks: result?.tieBreaks ?? [],
    result: result ? figuresOf(result) : null,
    votes: result && 'votes' in result.count ? result.count.votes : {},
    stepDownTo,
    citation: passRule.citation ?? null,
  };
}

function sittingOf(
  { on, presentIds, absences, movements }: Sitting,
  members: readonly MinutesMember[],
): MinutesSitting {
  const causes = new Map(absences.map(({ memberId, cause }) => [memberId, cause]));
  return {
    on,
    present: named(presentIds, members),
    absent: members
      .filter(({ memberId }) => !presentIds.includes(memberId))
      .map((member) => ({ member, word: causes.get(member.memberId) ?? null, at: null })),
    movements: movements.map(({ memberId, kind, at }) => ({ member: memberIn(members, memberId), word: kind, at })),
  };
}

function signatures(
  signedBy: readonly string[],
  of: 'minutes' | 'count',
  { context, members }: MinutesSource,
): readonly MinutesSignature[] {
  return signedBy.map((id) => ({
    member: memberIn(members, id),
    isOnPaper: context.paperSignatures.some((paper) => paper.of === of && paper.memberId === id),
  }));
}

function named(ids: readonly string[], members: readonly MinutesMember[]): readonly MinutesMember[] {
  return ids.map((id) => memberIn(members, id));
}

/** A member of an earlier sitting who is not in the council any more has no name here. */
function memberIn(members: readonly MinutesMember[], memberId: string): MinutesMember {
  return members.find((member) => member.memberId === memberId) ?? { memberId, name: '', seat: 'member' };
}
