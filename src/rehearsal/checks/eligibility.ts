import { localDate } from '../../../workflows/kernel';
import { reference } from '../format/reference';
import { fields, oneOrMore, optional, parsed, required, text, type Shape } from '../format/shape';
import { called, differences, type Check, type CheckRoom, type Finding } from './check';

const word = optional(text, null);
const names = optional(oneOrMore(text), null);

const expectation = fields({
  /** A case. */
  of: required(reference),
  finding: word,
  status: word,
  regime: word,
  rulebook: word,
  /** Names of exactly these conditions, in any order. */
  notMet: names,
  notProven: names,
  /** Words that one line of the answer must hold: of a sentence, or of a citation. */
  sentence: word,
  /** What the rules had said when it was appraised. */
  appraisedAgainst: word,
  /** From this day on the registers hold everything. */
  completeFrom: optional(parsed(localDate), null),
});

type Expectation = ReturnType<typeof expectation>;

/** What the rules of its day and place say of a case on what the registers hold, and why. */
export const eligibility: Shape<Check> = (node, reading) => {
  const expected = expectation(node, reading);
  return { line: node.line, run: (room) => checkEligibility(expected, room) };
};

async function checkEligibility(
  expected: Expectation,
  { names: known, world }: CheckRoom,
): Promise<readonly Finding[]> {
  const { line, of, notMet, notProven, sentence, completeFrom, ...words } = expected;
  const found = await world.reads.eligibilityOf(known.thingOf(of).id, completeFrom);
  const { lines, ...sight } = found;
  const what = `Điều kiện của ${called(of)}`;
  const isSaid = sentence === null || lines.some((each) => each.includes(sentence));
  return [
    ...differences(
      line,
      what,
      { ...words, notMet: listed(notMet), notProven: listed(notProven) },
      { ...sight, notMet: listed(sight.notMet), notProven: listed(sight.notProven) },
    ),
    ...(isSaid ? [] : [{ line, message: `${what}: không có câu nào nói “${sentence}”: ${lines.join(' | ')}` }]),
  ];
}

function listed(given: readonly string[] | null): string | null {
  if (given === null) return null;
  return given.length === 0 ? 'không có gì' : [...given].sort().join(', ');
}
