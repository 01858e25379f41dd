import type { Expected } from '../scenario';
import { fields, oneOf, oneOrMore, optional, required, text, type Shape } from './shape';
import { entryOf } from './yaml-node';

const word = oneOf('accepted', 'forbidden', 'stale');
const refusal = fields({ refused: required(oneOrMore(text)), sentence: optional(text, null) });
const problem = fields({ problem: required(text) });

/** How a command is expected to end. */
export const expected: Shape<Expected> = (node, reading) => {
  if (node.kind !== 'map') return { outcome: word(node, reading) };
  if (entryOf(node, 'problem')) return { outcome: 'problem', code: problem(node, reading).problem };
  const { refused: codes, sentence } = refusal(node, reading);
  return { outcome: 'refused', codes, sentence };
};
