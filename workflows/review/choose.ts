import { isCountConsistent, judged, type Count, type PassRule, type Turnout } from './count';

/** The count of a ballot that chooses some of several: how many ballots or opinions name each option. */
export interface ChooseCount extends Count {
  /** Votes by option, written opinions included; an option without a vote may be left out. */
  readonly votes: Readonly<Record<string, number>>;
}

/** Which options were chosen, and which stand level at the last place. */
export interface Choice {
  /** In the order of their votes, most first; level ones in the order of the ballot. */
  readonly chosenIds: readonly string[];
  /** Options with equal votes for fewer places than they are: none of them is chosen. */
  readonly tiedIds: readonly string[];
}

/**
 * Whether the votes agree with the ballots: only options of the ballot, none with more votes than ballots are in
 * favour, and at most `choose` votes on each. On such a ballot "in favour" means that it names an option.
 */
export function isChooseCountConsistent(choose: number, options: readonly string[], count: ChooseCount): boolean {
  const inFavour = count.inFavour + (count.writtenInFavour ?? 0);
  const votes = Object.entries(count.votes);
  const total = votes.reduce((sum, [, number]) => sum + number, 0);
  return (
    isCountConsistent(count) &&
    votes.every(([id, number]) => options.includes(id) && Number.isSafeInteger(number) && number >= 0) &&
    votes.every(([, number]) => number <= inFavour) &&
    inFavour <= total &&
    total <= choose * inFavour
  );
}

/**
 * Chooses at most k options: those that pass by the rule, by votes from high to low. Where more are level at the last
 * place than there is room, none of them is chosen and all are named as tied: a revote or the chair's declaration in
 * the minutes decides. Throws a RangeError on a count that does not agree with itself.
 */
export function chooseResult(
  rule: PassRule,
  choose: number,
  options: readonly string[],
  vote: Turnout & { readonly count: ChooseCount },
): Choice {
  const { count } = vote;
  if (!isChooseCountConsistent(choose, options, count)) {
    throw new RangeError('The votes on the options do not agree with the ballots');
  }
  const votesFor = (id: string): number => count.votes[id] ?? 0;
  const passing = options
    .filter((id) => judged(rule, vote, count, votesFor(id)).passed)
    .sort((a, b) => votesFor(b) - votesFor(a));
  const last = passing[choose - 1];
  const next = passing[choose];
  if (last === undefined || next === undefined || votesFor(last) > votesFor(next)) {
    return { chosenIds: passing.slice(0, choose), tiedIds: [] };
  }
  return {
    chosenIds: passing.filter((id) => votesFor(id) > votesFor(last)),
    tiedIds: passing.filter((id) => votesFor(id) === votesFor(last)),
  };
}
