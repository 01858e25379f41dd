import { reference } from '../format/reference';
import { count, fields, optional, refuse, required, text, type Shape } from '../format/shape';
import { called, differences, type Check, type CheckRoom, type Finding } from './check';

const figure = optional(count, null);

/** A status for each measure, by its code. */
const byMeasure: Shape<Readonly<Record<string, string>>> = (node, reading) => {
  if (node.kind !== 'map') return refuse(reading, node.line, 'must be like { "11": reached }');
  return Object.fromEntries(node.entries.map(({ key, value }) => [key, text(value, reading)]));
};

const expectation = fields({
  of: required(reference),
  period: required(text),
  exceeded: figure,
  reached: figure,
  missed: figure,
  notReported: figure,
  measures: optional(byMeasure, {}),
});

type Expectation = ReturnType<typeof expectation>;

/** How the values of a progress report stand to the plan. */
export const reports: Shape<Check> = (node, reading) => {
  const expected = expectation(node, reading);
  return { line: node.line, run: (room) => checkReport(expected, room) };
};

async function checkReport(expected: Expectation, { names, world }: CheckRoom): Promise<readonly Finding[]> {
  const { line, of, period, exceeded, reached, missed, notReported, measures } = expected;
  const lines = await world.reads.resultsOf(names.thingOf(of).id, period);
  const what = `Báo cáo ${period} của ${called(of)}`;
  const countOf = (status: string): number => lines.filter((each) => each.status === status).length;
  const counts = {
    exceeded: countOf('exceeded'),
    reached: countOf('reached'),
    missed: countOf('missed'),
    notReported: countOf('notReported'),
  };
  const statuses = Object.fromEntries(lines.map(({ measureCode, status }) => [measureCode, status]));
  return [
    ...differences(line, what, { exceeded, reached, missed, notReported }, counts),
    ...differences(line, what, measures, statuses),
  ];
}
