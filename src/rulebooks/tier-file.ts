import { decimal } from '../../workflows/kernel';
import { checklist, closing, term } from './dossier-file';
import { cited, code, label, level, share, someOf, subjectKind, threshold } from './row-shapes';
import { flag, listOf, object, oneOf, orElse, parsed, text, whole } from './shape';
import { standard } from './standard-file';

/** Levels whose head decides. */
export const deciders = object({ ...cited, levels: listOf(level) });

/** Who considers a case. */
export const route = object({
  ...cited,
  council: oneOf('none', 'standingCommittee', 'fullCouncil', 'writtenRound'),
  publicity: flag,
  simple: flag,
  consultations: orElse(listOf(oneOf('publicComment', 'partyOpinion', 'agencyOpinion')), null),
  processingDays: orElse(whole, null),
});

/** The votes that carry an item. */
export const vote = object({
  ...cited,
  ballot: oneOf('secret', 'open', 'unspecified'),
  base: oneOf('allMembers', 'presentMembers', 'validBallots'),
  threshold,
  absent: oneOf('writtenOpinion', 'notInFavour'),
  absentBy: orElse(object(cited), null),
  chairMustAgree: orElse(flag, false),
});

/** The share of the members who must be there. */
export const quorum = object({ ...cited, threshold });

/** Prize money. */
export const prize = object({ ...cited, coefficient: parsed(decimal), isCeiling: orElse(flag, false) });

export const rounding = oneOf('floor', 'ceiling', 'halfUp');

/** A share that a list may not exceed. */
export const quota = object({
  ...cited,
  share,
  base: oneOf('holdersOf', 'participants', 'clusterLeaders', 'rated'),
  of: orElse(code, null),
  scope: oneOf('unit', 'authority', 'campaign'),
  rounding: orElse(rounding, 'floor' as const),
  roundingBy: orElse(object(cited), null),
  subjects: orElse(subjectKind, null),
});

/** A title or form with every row that it has of its own. */
export const tier = object({
  ...cited,
  code,
  name: label,
  aliases: orElse(listOf(text), []),
  family: oneOf('state', 'party'),
  kind: oneOf('title', 'form'),
  level,
  rank: orElse(whole, null),
  subjects: listOf(subjectKind),
  deciders: orElse(deciders, null),
  route: orElse(route, null),
  vote: orElse(vote, null),
  quorum: orElse(quorum, null),
  prize: orElse(prize, null),
  standards: orElse(someOf({ person: standard, collective: standard, household: standard }), {}),
  quotas: orElse(listOf(quota), []),
  checklist: orElse(checklist, null),
  terms: orElse(listOf(term), []),
  closings: orElse(listOf(closing), []),
});
