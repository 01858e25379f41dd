import { reference } from '../format/reference';
import { count, fields, flag, optional, required, text, type Shape } from '../format/shape';
import { called, differences, type Check, type CheckRoom, type Finding } from './check';

const figure = optional(count, null);

const expectation = fields({
  of: required(reference),
  item: required(reference),
  passed: optional(flag, null),
  inFavour: figure,
  base: figure,
  needed: figure,
  sentence: optional(text, null),
});

type Expectation = ReturnType<typeof expectation>;

/** How an item of a review round was voted on: the figures, and words that its sentence must hold. */
export const ballots: Shape<Check> = (node, reading) => {
  const expected = expectation(node, reading);
  return { line: node.line, run: (room) => checkBallot(expected, room) };
};

async function checkBallot(expected: Expectation, { names, world }: CheckRoom): Promise<readonly Finding[]> {
  const { line, of, item, passed, inFavour, base, needed, sentence } = expected;
  const itemId = await names.idOf({ ...of, part: item.name });
  const ballot = (await world.reads.ballotsOf(names.thingOf(of).id)).find((each) => each.itemId === itemId);
  if (!ballot) return [{ line, message: `Không có nội dung ${called(item)} trong ${called(of)}` }];
  const what = `Kết quả bỏ phiếu ${called(item)}`;
  const { isPassed, ...figures } = ballot;
  const found = differences(
    line,
    what,
    { passed, inFavour, base, needed },
    { passed: isPassed, ...figures, sentence: null },
  );
  const said = ballot.sentence;
  if (sentence === null || said?.vi.includes(sentence) || said?.en.includes(sentence)) return found;
  return [...found, { line, message: `${what}: câu kết quả là "${said?.vi ?? ''}", mong đợi có "${sentence}"` }];
}
