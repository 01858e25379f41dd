import { reference, type Reference } from '../format/reference';
import { count, fields, flag, oneOrMore, optional, required, type Shape } from '../format/shape';
import { called, differences, type Check, type CheckRoom, type Finding } from './check';

const figure = optional(count, null);
const cases = optional(oneOrMore(reference), null);

const expectation = fields({
  of: required(reference),
  open: optional(flag, null),
  places: figure,
  used: figure,
  left: figure,
  /** Exactly these cases, in the order of their places. */
  placed: cases,
  /** Exactly these cases, in the order in which they move up. */
  waiting: cases,
});

type Expectation = ReturnType<typeof expectation>;

/** How the places of a quota stand: how many there are and are used, whose they are, and who waits for one. */
export const quotas: Shape<Check> = (node, reading) => {
  const expected = expectation(node, reading);
  return { line: node.line, run: (room) => checkQuota(expected, room) };
};

async function checkQuota(expected: Expectation, { names, world }: CheckRoom): Promise<readonly Finding[]> {
  const { line, of, open, places, used, left, placed, waiting } = expected;
  const quota = await world.reads.quotaOf(names.thingOf(of).id);
  const nameOf = (id: string): string => names.nameOf(id) ?? id;
  const wanted = (given: readonly Reference[] | null): string | null => given && listed(given.map(called));
  return differences(
    line,
    `Chỉ tiêu ${called(of)}`,
    { open, places, used, left, placed: wanted(placed), waiting: wanted(waiting) },
    {
      open: quota.isOpen,
      places: quota.places,
      used: quota.placedCaseIds.length,
      left: quota.places - quota.placedCaseIds.length,
      placed: listed(quota.placedCaseIds.map(nameOf)),
      waiting: listed(quota.waitingCaseIds.map(nameOf)),
    },
  );
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? 'không có ai' : names.join(', ');
}
