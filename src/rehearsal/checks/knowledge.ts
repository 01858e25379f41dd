import { reference, type Reference } from '../format/reference';
import { refuse, text, type Shape } from '../format/shape';
import { entryOf } from '../format/yaml-node';
import { called, differences, type Check, type CheckRoom, type Finding } from './check';

/** What something is expected to be: words and figures, or the id of what has a name. */
type Expected = Readonly<Record<string, string | Reference>>;

/**
 * `knows: [{ of: $plan, unitCount: 15, issuerIds: 4, parentCampaignId: $other }]`: what a thing knows of itself; of a list,
 * how long it is.
 */
export const knowledge: Shape<Check> = (node, reading) => {
  const of = node.kind === 'map' ? entryOf(node, 'of') : undefined;
  if (node.kind !== 'map' || !of) return refuse(reading, node.line, 'must be like { of: $plan, unitCount: 15 }');
  const about = reference(of.value, reading);
  const expected = Object.fromEntries(
    node.entries.filter((entry) => entry !== of).map(({ key, value }) => [key, expectedOf(value, reading)]),
  );
  return { line: node.line, run: (room) => checkKnowledge(node.line, about, expected, room) };
};

async function checkKnowledge(
  line: number,
  of: Reference,
  expected: Expected,
  { names, world }: CheckRoom,
): Promise<readonly Finding[]> {
  const { context = {} } = (await world.reads.sightOf(names.thingOf(of))) ?? {};
  const known = Object.entries(context).map(([key, value]) => [key, shown(value)] as const);
  const wanted: [string, string][] = [];
  for (const [key, value] of Object.entries(expected)) {
    wanted.push([key, typeof value === 'string' ? value : await names.idOf(value)]);
  }
  return differences(line, called(of), Object.fromEntries(wanted), Object.fromEntries(known));
}

const expectedOf: Shape<string | Reference> = (node, reading) =>
  node.kind === 'scalar' && node.text.startsWith('$') ? reference(node, reading) : text(node, reading);

function shown(value: unknown): string {
  if (Array.isArray(value)) return String(value.length);
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}
