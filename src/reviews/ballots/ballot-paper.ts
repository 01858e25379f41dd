/** What a member can say to a yes/no item. */
export const YES_NO_CHOICES = ['inFavour', 'against', 'abstained'] as const;

export type YesNoChoice = (typeof YES_NO_CHOICES)[number];

/** The marks of one paper, by item kind: a yes/no choice, or the options chosen out of n. */
export type BallotChoice = YesNoChoice | readonly string[];

/**
 * Writes a choice in a fixed number of characters, whatever it says: the size of a sealed box must not tell
 * a vote in favour from a vote against. A yes/no paper is one letter; a choice of options is one digit per option.
 * Throws a RangeError for an option that is not on the list or is named twice.
 */
export function encodePaper(choice: BallotChoice, options: readonly string[]): string {
  if (typeof choice === 'string') return YES_NO_LETTERS[choice];
  const chosen = new Set(choice);
  if (chosen.size !== choice.length) throw new RangeError('An option is chosen twice');
  const unknown = choice.find((option) => !options.includes(option));
  if (unknown !== undefined) throw new RangeError(`There is no option ${unknown}`);
  return options.map((option) => (chosen.has(option) ? '1' : '0')).join('');
}

/** Reads a paper back. */
export function decodePaper(text: string, options: readonly string[]): BallotChoice {
  const choice = YES_NO_CHOICES.find((known) => YES_NO_LETTERS[known] === text);
  return choice ?? options.filter((_, index) => text[index] === '1');
}

const YES_NO_LETTERS: Readonly<Record<YesNoChoice, string>> = { inFavour: 'y', against: 'n', abstained: 'o' };

/** True for anything that could stand on some paper; whether it fits the ballot at hand is asked when it is put in. */
export function isChoice(value: unknown): value is BallotChoice {
  if (typeof value === 'string') return (YES_NO_CHOICES as readonly string[]).includes(value);
  return (
    Array.isArray(value) &&
    value.length <= 200 &&
    value.every((option) => typeof option === 'string') &&
    new Set(value).size === value.length
  );
}

/** True when the choice is one that this ballot offers: yes or no where there are no options, else at most `choose` of them. */
export function fitsBallot(
  choice: BallotChoice,
  ballot: { readonly options?: readonly string[]; readonly choose: number | null },
): boolean {
  if (typeof choice === 'string') return ballot.options === undefined;
  const { options = [], choose } = ballot;
  return choice.length <= (choose ?? 0) && choice.every((option) => options.includes(option));
}
