import type { ItemCount } from '../../../workflows/review';
import type { BallotChoice, YesNoChoice } from './ballot-paper';

/**
 * Counts the papers of an item: the ballots, and apart from them the written opinions of absent members. Papers put in
 * here are always valid: a choice that does not fit the ballot is refused before it gets in.
 */
export function countPapers(
  ballots: readonly BallotChoice[],
  opinions: readonly BallotChoice[],
  options: readonly string[] | undefined,
): ItemCount {
  const count = {
    issued: ballots.length,
    returned: ballots.length,
    valid: ballots.length,
    invalid: 0,
    inFavour: countOf(ballots, 'inFavour'),
    against: countOf(ballots, 'against'),
    abstained: countOf(ballots, 'abstained'),
    writtenReceived: opinions.length,
    writtenInFavour: countOf(opinions, 'inFavour'),
  };
  return options ? { ...count, votes: votesByOption([...ballots, ...opinions], options) } : count;
}

/** A paper that chooses options is in favour when it names one, and abstains when it names none. */
function countOf(papers: readonly BallotChoice[], choice: YesNoChoice): number {
  return papers.filter((paper) => {
    const meant = typeof paper === 'string' ? paper : paper.length > 0 ? 'inFavour' : 'abstained';
    return meant === choice;
  }).length;
}

function votesByOption(papers: readonly BallotChoice[], options: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries(
    options.map((option) => [
      option,
      papers.filter((paper) => typeof paper !== 'string' && paper.includes(option)).length,
    ]),
  );
}
