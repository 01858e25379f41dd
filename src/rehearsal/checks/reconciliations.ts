import { reference } from '../format/reference';
import { fields, listOf, optional, required, text, type Shape } from '../format/shape';
import type { ReconciledLine } from '../world/rehearsal-world';
import { called, differences, type Check, type CheckRoom, type Finding } from './check';

const expectedFinding = fields({
  kind: required(text),
  code: required(text),
  stated: optional(text, null),
  found: optional(text, null),
});

const expectedCount = fields({ code: required(text), found: required(text) });

const expectation = fields({
  of: required(reference),
  /** All that does not agree; none where everything does. */
  findings: optional(listOf(expectedFinding), null),
  /** What our records count for these figures. */
  counted: optional(listOf(expectedCount), []),
});

type ExpectedFinding = ReturnType<typeof expectedFinding>;

/** A published text checked with itself and with our records: exactly these findings. */
export const reconciliations: Shape<Check> = (node, reading) => {
  const { of, findings, counted, line } = expectation(node, reading);
  const run = async ({ names, world }: CheckRoom): Promise<readonly Finding[]> => {
    const actual = await world.reads.reconciliationOf(names.thingOf(of).id);
    const what = `Đối chiếu ${called(of)}`;
    return [
      ...(findings === null ? [] : compared(line, what, findings, actual.findings)),
      ...counted.flatMap(({ code, found, line: at }) =>
        differences(at, `${what}, ${code}`, { found }, { found: actual.counted.get(code) ?? null }),
      ),
    ];
  };
  return { line, run };
};

function compared(
  line: number,
  what: string,
  expected: readonly ExpectedFinding[],
  actual: readonly ReconciledLine[],
): readonly Finding[] {
  const found = new Map(actual.map((each) => [keyOf(each), each]));
  const wanted = new Set(expected.map(keyOf));
  return [
    ...expected.flatMap(({ kind, code, line: at, ...numbers }) => {
      const one = found.get(keyOf({ kind, code }));
      if (!one) return [{ line: at, message: `${what}: không có ${kind} ở ${code}` }];
      const { stated, found: counted } = numbers;
      return differences(at, `${what}, ${kind} ở ${code}`, { stated, found: counted }, { ...one });
    }),
    ...actual
      .filter((each) => !wanted.has(keyOf(each)))
      .map(({ message }) => ({ line, message: `${what}: không được mong đợi: ${message}` })),
  ];
}

function keyOf({ kind, code }: Pick<ReconciledLine, 'kind' | 'code'>): string {
  return `${kind} ${code}`;
}
