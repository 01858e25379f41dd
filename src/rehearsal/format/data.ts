import { referenceIn, type Reference } from './reference';
import { refuse, type Reading, type Shape } from './shape';
import type { YamlScalar } from './yaml-node';

/** A place in the input of a command that a name stands in: the id of what it names goes there. */
export class Placeholder {
  constructor(readonly reference: Reference) {}
}

/** The input of a command before its names are looked up. */
export type Data = string | number | boolean | null | Placeholder | readonly Data[] | { readonly [key: string]: Data };

/** Data by key. */
export type DataMap = Readonly<Record<string, Data>>;

/** A whole number without leading zeros: `7`, but not `07`, which is a code. */
const WHOLE = /^-?(0|[1-9]\d{0,14})$/;

/** Any data. */
export const data: Shape<Data> = (node, reading) => {
  switch (node.kind) {
    case 'scalar':
      return scalarOf(node, reading);
    case 'list':
      return node.items.map((item) => data(item, reading));
    case 'map':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, data(value, reading)]));
  }
};

/** Data with keys. */
export const dataMap: Shape<DataMap> = (node, reading) => {
  if (node.kind !== 'map') return refuse(reading, node.line, 'must have keys');
  return data(node, reading) as DataMap;
};

/**
 * What stands in quotes is text. Without quotes `true`, `false`, `null` and whole numbers are what they look like,
 * and everything else is text: a decimal must not pass through a floating-point number.
 */
function scalarOf({ text, line, isPlain }: YamlScalar, reading: Reading): Data {
  if (text.startsWith('$$')) return text.slice(1);
  if (text.startsWith('$')) return new Placeholder(referenceIn(text, line, reading));
  if (!isPlain) return text;
  if (text === 'true' || text === 'false') return text === 'true';
  if (text === 'null' || text === '~' || text === '') return null;
  return WHOLE.test(text) ? Number(text) : text;
}

/** The data with each name replaced by what the function answers for it. */
export async function filled(given: Data, idOf: (reference: Reference) => Promise<string>): Promise<unknown> {
  if (given instanceof Placeholder) return idOf(given.reference);
  if (isList(given)) {
    const items: unknown[] = [];
    for (const item of given) items.push(await filled(item, idOf));
    return items;
  }
  if (typeof given !== 'object' || given === null) return given;
  const entries: [string, unknown][] = [];
  for (const [key, value] of Object.entries(given)) entries.push([key, await filled(value, idOf)]);
  return Object.fromEntries(entries);
}

function isList(given: Data): given is readonly Data[] {
  return Array.isArray(given);
}
