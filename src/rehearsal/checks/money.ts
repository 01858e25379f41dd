import { addDong, dong, type Dong } from '../../../workflows/kernel';
import { reference, type Reference } from '../format/reference';
import { count, fields, oneOf, optional, parsed, required, type Shape } from '../format/shape';
import type { TalliedLine } from '../world/rehearsal-world';
import { called, differences, type Check, type CheckRoom, type Finding } from './check';

const amount = optional(parsed(dong), null);

const expectation = fields({
  of: required(reference),
  /** Of a case: its prize. */
  amount,
  axis: optional(oneOf('achievement', 'decision', 'presentation'), 'decision' as const),
  year: optional(count, null),
  decided: amount,
  presented: amount,
  paid: amount,
});

/** The prize of a case, or what a campaign's tally comes to. */
export const money: Shape<Check> = (node, reading) => {
  const { of, axis, year, line, amount: prize, decided, presented, paid } = expectation(node, reading);
  const run = async (room: CheckRoom): Promise<readonly Finding[]> => {
    if (prize !== null) return differences(line, called(of), { amount: prize }, { amount: await prizeOf(of, room) });
    const { names, world } = room;
    const lines = (await world.reads.tallyOf(names.thingOf(of).id, axis)).filter(
      (each) => each.tier !== null && (year === null || each.year === year),
    );
    const actual = {
      decided: sumOf(lines, 'decided'),
      presented: sumOf(lines, 'presented'),
      paid: sumOf(lines, 'paid'),
    };
    return differences(line, `Tiền thưởng của ${called(of)}`, { decided, presented, paid }, actual);
  };
  return { line: node.line, run };
};

async function prizeOf(of: Reference, { names, world }: CheckRoom): Promise<string | null> {
  const { amount: prize } = ((await world.reads.sightOf(names.thingOf(of)))?.context ?? {}) as {
    readonly amount?: string;
  };
  return prize ?? null;
}

function sumOf(lines: readonly TalliedLine[], stage: string): Dong {
  return lines.reduce((total, { counts }) => addDong(total, dong(counts[stage]?.money ?? '0')), dong('0'));
}
