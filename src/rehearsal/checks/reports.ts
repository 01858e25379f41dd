import { reference } from '../format/reference';
import { count, fields, optional, refuse, required, text, type Shape } from '../format/shape';
import { called, differences, type Check, type CheckRoom, type Finding } from './check';

const figure = optional(count, null);

const statusAndPercent = fields({ status: optional(text, null), percent: optional(text, null) });

interface ExpectedMeasure {
  readonly status: string | null;
  readonly percent: string | null;
}

const measure: Shape<ExpectedMeasure> = (node, reading) =>
  node.kind === 'map' ? statusAndPercent(node, reading) : { status: text(node, reading), percent: null };

/** A status for each measure, by its code; or a status and a percentage. */
const byMeasure: Shape<Readonly<Record<string, ExpectedMeasure>>> = (node, reading) => {
  if (node.kind !== 'map') return refuse(reading, node.line, 'must be like { "11": reached }');
  return Object.fromEntries(node.entries.map(({ key, value }) => [key, measure(value, reading)]));
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

type Figures = Readonly<Record<string, string | null>>;

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
  const found = Object.fromEntries(lines.map((each) => [each.measureCode, each]));
  const valuesOf = (key: 'status' | 'percent', from: Readonly<Record<string, ExpectedMeasure>>): Figures =>
    Object.fromEntries(Object.entries(from).map(([code, each]) => [code, each[key]]));
  return [
    ...differences(line, what, { exceeded, reached, missed, notReported }, counts),
    ...differences(line, what, valuesOf('status', measures), valuesOf('status', found)),
    ...differences(line, `${what}, %`, valuesOf('percent', measures), valuesOf('percent', found)),
  ];
}
