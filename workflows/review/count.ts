import { needed, reaches, type Citation, type Label, type Threshold } from '../kernel';

/** Of how many the share is taken: all members of the council, those who take part, or the valid ballots. */
export type PassBase = 'allMembers' | 'present' | 'valid';

/** When an item passes. The law speaks of all members; councils may say otherwise for their own tiers. */
export interface PassRule {
  readonly base: PassBase;
  readonly threshold: Threshold;
  /** Whether a member with a conflict of interest leaves the base or stays in it as one who is not in favour. */
  readonly conflictEffect: 'baseShrinks' | 'countsAsNotInFavour';
  /** What an absent member may do: send a written opinion, send a proxy who votes, or nothing. */
  readonly absent: 'writtenOpinion' | 'notInFavour' | 'proxy';
  readonly citation?: Citation;
}

/** The ballots of one item in one vote round, as the counting committee found them. */
export interface Count {
  readonly issued: number;
  readonly returned: number;
  readonly valid: number;
  readonly invalid: number;
  readonly inFavour: number;
  readonly against: number;
  /** Valid ballots that are neither in favour nor against. */
  readonly abstained: number;
  /** Written opinions of absent members, which are not among the ballots; absent means none. */
  readonly writtenReceived?: number;
  readonly writtenInFavour?: number;
  /**
   * How many of the ballots are written opinions of absent members that were given here: they are in the same heaps, since a
   * heap of their own would say what the only absent member thinks.
   */
  readonly writtenAmong?: number;
}

/**
 * Who could vote on an item when its ballot was opened. In a written round every member is present;
 * where the rule takes proxies, a member who sent one is present too.
 */
export interface Turnout {
  readonly memberCount: number;
  readonly presentCount: number;
  /** Members with a conflict of interest on this item, present or not. */
  readonly conflictedCount: number;
  readonly conflictedPresentCount: number;
}

/** The figures of a vote: what was needed and what there was. */
export interface PassFigures {
  readonly passed: boolean;
  readonly inFavour: number;
  readonly base: number;
  /** The smallest count that passes; it is greater than the base when nothing passes. */
  readonly needed: number;
}

/** Whether a count agrees with itself: no ballot returned that was not issued, and every one in exactly one heap. */
export function isCountConsistent(count: Count): boolean {
  const { issued, returned, valid, invalid, inFavour, against, abstained } = count;
  const { writtenReceived = 0, writtenInFavour = 0, writtenAmong = 0 } = count;
  const written = [writtenReceived, writtenInFavour, writtenAmong];
  const figures = [issued, returned, valid, invalid, inFavour, against, abstained, ...written];
  return (
    figures.every((figure) => Number.isSafeInteger(figure) && figure >= 0) &&
    returned <= issued &&
    valid + invalid === returned &&
    inFavour + against + abstained === valid &&
    writtenInFavour <= writtenReceived &&
    writtenAmong <= valid
  );
}

/** How many may cast a ballot: those present without a conflict of interest. */
export function voterCount({ presentCount, conflictedPresentCount }: Turnout): number {
  return presentCount - conflictedPresentCount;
}

/** How many may send a written opinion: those absent without a conflict of interest, where the rule takes it. */
export function writerCount(rule: PassRule, turnout: Turnout): number {
  if (rule.absent !== 'writtenOpinion') return 0;
  return turnout.memberCount - turnout.conflictedCount - voterCount(turnout);
}

/** How many written opinions there are, in the heaps of the ballots or beside them. */
export function opinionsIn({ writtenReceived = 0, writtenAmong = 0 }: Count): number {
  return writtenReceived + writtenAmong;
}

/** Whether no more ballots were issued and no more written opinions received than members may vote and write. */
export function fitsTurnout(rule: PassRule, turnout: Turnout, count: Count): boolean {
  const ballots = count.issued - (count.writtenAmong ?? 0);
  return ballots <= voterCount(turnout) && opinionsIn(count) <= writerCount(rule, turnout);
}

/**
 * Whether an item has passed, and by which figures. Whoever does not vote, abstains or spoils the ballot is not in
 * favour. Throws a RangeError on a count that does not agree with itself.
 */
export function passResult(
  rule: PassRule,
  vote: Turnout & { readonly count: Count },
): PassFigures & { sentence: Label } {
  const { count } = vote;
  if (!isCountConsistent(count)) throw new RangeError('The count of the ballots does not add up');
  return judged(rule, vote, count, count.inFavour + (count.writtenInFavour ?? 0));
}

/** The result of one option of a ballot that chooses: votes in place of ballots in favour. */
export function judged(
  rule: PassRule,
  turnout: Turnout,
  count: Count,
  inFavour: number,
): PassFigures & { sentence: Label } {
  const base = baseOf(rule, turnout, count.valid + (count.writtenReceived ?? 0), opinionsIn(count));
  const figures = {
    passed: reaches(inFavour, base, rule.threshold),
    inFavour,
    base,
    needed: needed(base, rule.threshold),
  };
  return { ...figures, sentence: passSentence(rule.base, figures) };
}

/** Whether as many were in favour as against: where the rule is not met, such a vote may be taken again. */
export function isTie(count: Count): boolean {
  const { writtenReceived = 0, writtenInFavour = 0 } = count;
  const inFavour = count.inFavour + writtenInFavour;
  return inFavour > 0 && inFavour === count.against + writtenReceived - writtenInFavour;
}

/** Whether the item would pass if everybody who may vote or write were in favour. */
export function isPassingPossible(rule: PassRule, turnout: Turnout): boolean {
  const voters = voterCount(turnout);
  const writers = writerCount(rule, turnout);
  return reaches(voters + writers, baseOf(rule, turnout, voters + writers, writers), rule.threshold);
}

const OF: Readonly<Record<PassBase, Label>> = {
  allMembers: { vi: 'thành viên', en: '' },
  present: { vi: 'thành viên tham gia', en: ' taking part' },
  valid: { vi: 'phiếu hợp lệ', en: ' valid ballots' },
};

/** The result as a sentence for the minutes: "Cần ít nhất 9 phiếu đồng ý trên 10 thành viên, có 8: không đạt." */
export function passSentence(base: PassBase, figures: PassFigures): Label {
  const { passed, inFavour, needed: least } = figures;
  return {
    vi: `Cần ít nhất ${least} phiếu đồng ý trên ${figures.base} ${OF[base].vi}, có ${inFavour}: ${passed ? 'đạt' : 'không đạt'}.`,
    en: `Needs ${least} of ${figures.base}${OF[base].en}, has ${inFavour}: ${passed ? 'reached' : 'not reached'}.`,
  };
}

/** `valid` are the valid ballots and the written opinions, wherever those lie. */
function baseOf(rule: PassRule, turnout: Turnout, valid: number, opinions: number): number {
  const shrinks = rule.conflictEffect === 'baseShrinks';
  switch (rule.base) {
    case 'allMembers':
      return turnout.memberCount - (shrinks ? turnout.conflictedCount : 0);
    case 'present':
      return turnout.presentCount - (shrinks ? turnout.conflictedPresentCount : 0) + opinions;
    case 'valid':
      // A member with a conflict has no ballot, so among ballots the conflict has no effect.
      return valid;
  }
}
