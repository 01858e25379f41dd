import { TALLY_STAGES as STAGES } from '../../../workflows/tally';
import { reference } from '../format/reference';
import { count, fields, listOf, oneOf, optional, required, text, type Shape } from '../format/shape';
import type { TalliedLine } from '../world/rehearsal-world';
import { called, differences, type Check, type CheckRoom, type Finding } from './check';

const full = fields({ awards: optional(count, null), heads: optional(count, null), money: optional(text, null) });

/** A number of awards, or awards, heads and money. */
const figures: Shape<ReturnType<typeof full>> = (node, reading) =>
  node.kind === 'map'
    ? full(node, reading)
    : { awards: count(node, reading), heads: null, money: null, line: node.line };

const stages = Object.fromEntries(STAGES.map((stage) => [stage, optional(figures, null)])) as Record<
  (typeof STAGES)[number],
  ReturnType<typeof optional<ReturnType<typeof full>, null>>
>;

const expectedLine = fields({
  year: required(count),
  tier: optional(text, null),
  subject: required(oneOf('person', 'collective', 'household')),
  family: optional(oneOf('state', 'party'), 'state' as const),
  ...stages,
});

const expectation = fields({
  of: required(reference),
  axis: required(oneOf('achievement', 'decision', 'presentation')),
  lines: optional(listOf(expectedLine), null),
  totals: optional(listOf(expectedLine), null),
});

type ExpectedLine = ReturnType<typeof expectedLine>;

/** A tally on one axis: exactly these lines, each with the figures that are given. */
export const tallies: Shape<Check> = (node, reading) => {
  const { of, axis, lines, totals } = expectation(node, reading);
  const what = (each: ExpectedLine | TalliedLine): string => `Tổng hợp ${called(of)} theo trục ${axis}, ${keyOf(each)}`;
  const run = async ({ names, world }: CheckRoom): Promise<readonly Finding[]> => {
    const actual = await world.reads.tallyOf(names.thingOf(of).id, axis);
    const perTier = actual.filter(({ tier }) => tier !== null);
    const overAll = actual.filter(({ tier }) => tier === null);
    return [
      ...(lines === null ? [] : compared(node.line, lines, perTier, what)),
      ...(totals === null ? [] : compared(node.line, totals, overAll, what)),
    ];
  };
  return { line: node.line, run };
};

function compared(
  line: number,
  expected: readonly ExpectedLine[],
  actual: readonly TalliedLine[],
  what: (each: ExpectedLine | TalliedLine) => string,
): readonly Finding[] {
  const found = new Map(actual.map((each) => [keyOf(each), each]));
  const wanted = new Set(expected.map(keyOf));
  return [
    ...expected.flatMap((each) => differing(each, found.get(keyOf(each)), what(each))),
    ...actual
      .filter((each) => !wanted.has(keyOf(each)))
      .map((each) => ({ line, message: `${what(each)}: có dòng này nhưng không được mong đợi` })),
  ];
}

function differing(expected: ExpectedLine, actual: TalliedLine | undefined, what: string): readonly Finding[] {
  if (!actual) return [{ line: expected.line, message: `${what}: không có dòng này` }];
  return STAGES.flatMap((stage) => {
    const figure = expected[stage];
    if (figure === null) return [];
    const { awards, heads, money } = figure;
    return differences(expected.line, `${what}, ${stage}`, { awards, heads, money }, actual.counts[stage] ?? {});
  });
}

function keyOf(each: ExpectedLine | TalliedLine): string {
  const subject = 'subject' in each ? each.subject : each.subjectKind;
  return [each.family, String(each.year), each.tier ?? '*', subject].join(' ');
}
