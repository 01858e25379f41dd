import { name, reference } from '../format/reference';
import { fields, oneOrMore, optional, required, text, type Shape } from '../format/shape';
import type { Possibility } from '../world/rehearsal-world';
import { called, type Check, type CheckRoom, type Finding } from './check';

const refusedCommand = fields({ do: required(text), because: optional(text, null) });

const mayNotOne: Shape<ReturnType<typeof refusedCommand>> = (node, reading) =>
  node.kind === 'map' ? refusedCommand(node, reading) : { do: text(node, reading), because: null, line: node.line };

const expectation = fields({
  as: required(name),
  on: required(reference),
  may: optional(oneOrMore(text), []),
  mayNot: optional(oneOrMore(mayNotOne), []),
});

type Expectation = ReturnType<typeof expectation>;

/** What a user is offered to do with a thing, and what not and why. */
export const possibilities: Shape<Check> = (node, reading) => {
  const expected = expectation(node, reading);
  return { line: node.line, run: (room) => checkPossibilities(expected, room) };
};

async function checkPossibilities(expected: Expectation, { names, world }: CheckRoom): Promise<readonly Finding[]> {
  const { as, on, may, mayNot, line } = expected;
  const userId = names.thingOf({ name: as, part: null, line }).id;
  const offered = await world.commands.possibilitiesOf(userId, names.thingOf(on));
  const find = (type: string): Possibility | undefined => offered.find((each) => each.type === type);
  const what = (type: string): string => `${as} với ${called(on)}: ${world.reads.commandLabel(type)} (${type})`;
  return [
    ...may
      .filter((type) => !find(type)?.isPossible)
      .map((type) => ({ line, message: `${what(type)} không làm được, ${whyNot(find(type))}` })),
    ...mayNot
      .filter((each) => find(each.do)?.isPossible)
      .map((each) => ({ line: each.line, message: `${what(each.do)} làm được, mong đợi là không` })),
    ...mayNot
      .filter(({ because, do: type }) => because !== null && !find(type)?.reasonCodes.includes(because))
      .map((each) => ({
        line: each.line,
        message: `${what(each.do)}: mong đợi lý do ${each.because ?? ''}, ${whyNot(find(each.do))}`,
      })),
  ];
}

function whyNot(found: Possibility | undefined): string {
  if (!found) return 'vì không hợp với trạng thái';
  if (!found.isPermitted) return 'vì không có thẩm quyền';
  return `vì ${found.reasonCodes.join(', ')}`;
}
