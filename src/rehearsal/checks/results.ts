import { reference } from '../format/reference';
import { count, fields, optional, required, text, type Shape } from '../format/shape';
import { called, differences, type Check, type CheckRoom, type Finding } from './check';

const figure = optional(count, null);

const expectation = fields({
  of: required(reference),
  /** One of these three says what is counted. */
  measure: optional(text, null),
  indicator: optional(text, null),
  unit: optional(reference, null),
  exceeded: figure,
  reached: figure,
  missed: figure,
  notReported: figure,
});

type Expectation = ReturnType<typeof expectation>;

/** How a measure or an indicator came out over all units, or a unit over all indicators, by the last verified values. */
export const results: Shape<Check> = (node, reading) => {
  const expected = expectation(node, reading);
  return { line: node.line, run: (room) => checkResults(expected, room) };
};

async function checkResults(expected: Expectation, { names, world }: CheckRoom): Promise<readonly Finding[]> {
  const { line, of, measure, indicator, unit, exceeded, reached, missed, notReported } = expected;
  const lines = await world.reads.outcomesOf(names.thingOf(of).id);
  const key = measure ?? indicator ?? (unit && names.thingOf(unit).id);
  const kind = measure !== null ? 'measure' : indicator !== null ? 'indicator' : 'unit';
  const found = lines.find((each) => each.kind === kind && each.key === key);
  const what = `Kết quả của ${called(of)}, ${kind} ${unit ? called(unit) : (key ?? '')}`;
  if (!found) return [{ line, message: `${what}: không có` }];
  return differences(line, what, { exceeded, reached, missed, notReported }, found.counts);
}
