import { parsed, refuse, type Reference, type Shape } from './shape';

export type { Reference } from './shape';

/** `$uuid/word` makes an id of a word, for what is only called by its id. No thing may have this name. */
export const MADE_UP = 'uuid';

const NAME = '[A-Za-z][A-Za-z0-9_.-]*';
const REFERENCE = new RegExp(`^\\$(${NAME})(?:/([A-Za-z0-9_.-]+))?$`);

/** A name that the file gives to something: letters without accents, digits, dots, hyphens, underscores. */
export const name: Shape<string> = parsed((given) => {
  if (!new RegExp(`^${NAME}$`).test(given)) {
    throw new RangeError(`"${given}" is no name: use letters without accents, digits, "-", "_" or "."`);
  }
  if (given === MADE_UP)
    throw new RangeError(`"${MADE_UP}" is no name of anything: $${MADE_UP}/word makes an id of a word`);
  return given;
});

/** A use of a name. */
export const reference: Shape<Reference> = (node, reading) => {
  if (node.kind !== 'scalar') return refuse(reading, node.line, 'must be a name like $plan');
  return referenceIn(node.text, node.line, reading);
};

/** The same for text that was found to begin with `$`. */
export function referenceIn(text: string, line: number, reading: Parameters<Shape<Reference>>[1]): Reference {
  const [, found, part] = REFERENCE.exec(text) ?? [];
  if (found === undefined) return refuse(reading, line, `"${text}" is not a name like $plan or $plan/2024-Q1`);
  const used = { name: found, part: part ?? null, line };
  reading.references.push(used);
  return used;
}

/** As it is written. */
export function referenceText({ name: used, part }: Reference): string {
  return part === null ? `$${used}` : `$${used}/${part}`;
}
