import { referenceIn, type Reference } from '../format/reference';
import { refuse, text, type Shape } from '../format/shape';
import { called, type Check, type CheckRoom, type Finding } from './check';

/** `states: { $plan: underway }`: in which state things are. */
export const states: Shape<readonly Check[]> = (node, reading) => {
  if (node.kind !== 'map') return refuse(reading, node.line, 'must be like { $plan: underway }');
  return node.entries.map(({ key, line, value }) => {
    const of = referenceIn(key, line, reading);
    const state = text(value, reading);
    return { line, run: (room: CheckRoom) => checkState(of, state, room) };
  });
};

async function checkState(of: Reference, state: string, { names, world }: CheckRoom): Promise<readonly Finding[]> {
  const thing = names.thingOf(of);
  const actual = (await world.reads.sightOf(thing))?.state;
  if (actual === state) return [];
  const label = (code: string): string => `${code} (${world.reads.stateLabel(thing.kind, code)})`;
  const found = actual === undefined ? 'không có trạng thái' : `ở trạng thái ${label(actual)}`;
  return [{ line: of.line, message: `${called(of)} ${found}, mong đợi ${label(state)}` }];
}
