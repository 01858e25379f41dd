import type { ItemCount } from '../../../workflows/review';
import type { BallotChoice, YesNoChoice } from './ballot-paper';

/**
 * Counts the papers of an item: the ballots and the written opinions of absent members in the same heaps. Mostly a single
 * member is absent and writes, and is named in the minutes: a heap of its own would say what that member thinks. Papers put
 * in here are always valid: a choice that does not fit the ballot is refused before it gets in.
 */
export function countPapers(
  ballots: readonly BallotChoice[],
  opinions: readonly BallotChoice[],
  options: readonly string[] | undefined,
): ItemCount {
  const papers = [...ballots, ...opinions];
  const count = {
    issued: papers.length,
    returned: papers.length,
    valid: papers.length,
    invalid: 0,
    inFavour: countOf(papers, 'inFavour'),
    against: countOf(papers, 'against'),
    abstained: countOf(papers, 'abstained'),
    writtenAmong: opinions.length,
  };
  return options ? { ...count, votes: votesByOption(papers, options) } : count;
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
