import { reference } from '../format/reference';
import { count, fields, oneOrMore, optional, required, text, type Shape } from '../format/shape';
import { called, differences, type Check, type CheckRoom, type Finding } from './check';

const figure = optional(count, null);

const expectation = fields({
  of: required(reference),
  awards: figure,
  ratings: figure,
  initiatives: figure,
  disciplines: figure,
  freezes: figure,
  /** Codes of all tiers of one family, in any order; a tier that no rulebook knows by its name. */
  state: optional(oneOrMore(text), null),
  party: optional(oneOrMore(text), null),
});

type Expectation = ReturnType<typeof expectation>;

/** What is known of a person, a collective or a household over the years, awards decided here and entered ones. */
export const history: Shape<Check> = (node, reading) => {
  const expected = expectation(node, reading);
  return { line: node.line, run: (room) => checkHistory(expected, room) };
};

async function checkHistory(expected: Expectation, { names, world }: CheckRoom): Promise<readonly Finding[]> {
  const { line, of, state, party, ...figures } = expected;
  const found = await world.reads.historyOf(names.thingOf(of));
  const tiersOf = (family: string): string =>
    found.awards
      .filter((award) => award.family === family)
      .map(({ tier }) => tier)
      .sort()
      .join(', ');
  const wanted = (tiers: readonly string[] | null): string | null => tiers && [...tiers].sort().join(', ');
  const { awards, ...others } = found;
  return [
    ...differences(line, `Lịch sử của ${called(of)}`, figures, { awards: awards.length, ...others }),
    ...differences(
      line,
      `Lịch sử của ${called(of)}`,
      { state: wanted(state), party: wanted(party) },
      { state: tiersOf('state'), party: tiersOf('party') },
    ),
  ];
}
