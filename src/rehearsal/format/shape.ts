import type { Draws } from './draws';
import { entryOf, type LineProblem, type YamlNode } from './yaml-node';

/** `$name`, or `$name/part`: something that the file has named, or a part of it. */
export interface Reference {
  readonly name: string;
  /** A report's period, a member's person, an item's case; null for the thing itself. */
  readonly part: string | null;
  readonly line: number;
}

/** Collects, while a part of a file is read, what is wrong with it and which names it uses. */
export interface Reading {
  readonly problems: LineProblem[];
  readonly references: Reference[];
  /** For what the file leaves to chance. */
  readonly draws: Draws;
}

/**
 * Takes a part of a file for a value. What is wrong goes to the problems; the value that is then answered is no value
 * at all, so that nobody may use it before the problems were looked at.
 */
export type Shape<Value> = (node: YamlNode, reading: Reading) => Value;

/** A key of a map: what it holds, and what stands for it where it is absent. */
export interface Field<Value> {
  readonly shape: Shape<Value>;
  /** Absent when the key must be there. */
  readonly otherwise?: { readonly value: Value };
}

type ValueOf<Each> = Each extends Field<infer Value> ? Value : never;

/** A key that must be there. */
export function required<Value>(shape: Shape<Value>): Field<Value> {
  return { shape };
}

/** A key that may be left out. */
export function optional<Value, Other>(shape: Shape<Value>, otherwise: Other): Field<Value | Other> {
  return { shape, otherwise: { value: otherwise } };
}

/** Notes a problem. */
export function complain(reading: Reading, line: number, reason: string): void {
  reading.problems.push({ line, reason });
}

/** Notes a problem and stands in for the value that there is not: whoever reads looks at the problems first. */
export function refuse(reading: Reading, line: number, reason: string): never {
  complain(reading, line, reason);
  return undefined as never;
}

/** Text on one or more lines; not an empty one. */
export const text: Shape<string> = (node, reading) => {
  if (node.kind === 'scalar' && node.text.trim() !== '') return node.text;
  return refuse(reading, node.line, 'must be a text that is not empty');
};

/** Text that a function turns into a value; what it throws as a RangeError is the reason. */
export function parsed<Value>(parse: (given: string) => Value): Shape<Value> {
  return (node, reading) => {
    if (node.kind !== 'scalar') return refuse(reading, node.line, 'must be a single value');
    try {
      return parse(node.text);
    } catch (error) {
      if (error instanceof RangeError) return refuse(reading, node.line, error.message);
      throw error;
    }
  };
}

/** One of these words. */
export function oneOf<Word extends string>(...words: readonly Word[]): Shape<Word> {
  return parsed((given) => {
    const word = words.find((each) => each === given);
    if (word === undefined) throw new RangeError(`"${given}" is none of ${words.join(', ')}`);
    return word;
  });
}

/** `true` or `false`. */
export const flag: Shape<boolean> = (node, reading) => oneOf('true', 'false')(node, reading) === 'true';

/** A whole number from 0. */
export const count: Shape<number> = parsed((given) => {
  if (!/^\d{1,9}$/.test(given)) throw new RangeError(`"${given}" is not a whole number`);
  return Number(given);
});

/** A list of one or more, or a single one without the brackets. */
export function oneOrMore<Member>(shape: Shape<Member>): Shape<readonly Member[]> {
  return (node, reading) =>
    node.kind === 'list' ? node.items.map((item) => shape(item, reading)) : [shape(node, reading)];
}

/** A list, each member of one shape. */
export function listOf<Member>(shape: Shape<Member>): Shape<readonly Member[]> {
  return (node, reading) => {
    if (node.kind !== 'list') return refuse(reading, node.line, 'must be a list');
    return node.items.map((item) => shape(item, reading));
  };
}

/** A map with these keys and no others. The value also tells the line on which the map begins. */
export function fields<Fields extends Readonly<Record<string, Field<unknown>>>>(
  spec: Fields,
): Shape<{ readonly [Key in keyof Fields]: ValueOf<Fields[Key]> } & { readonly line: number }> {
  return (node, reading) => {
    if (node.kind !== 'map') return refuse(reading, node.line, `must have keys: ${Object.keys(spec).join(', ')}`);
    for (const { key, line } of node.entries) {
      if (!Object.hasOwn(spec, key)) {
        complain(reading, line, `"${key}" is an unknown key; the keys are ${Object.keys(spec).join(', ')}`);
      }
    }
    const values = Object.entries(spec).map(([key, { shape, otherwise }]) => {
      const entry = entryOf(node, key);
      if (entry) return [key, shape(entry.value, reading)];
      return [key, otherwise ? otherwise.value : refuse(reading, node.line, `"${key}" is missing`)];
    });
    return { ...Object.fromEntries(values), line: node.line } as never;
  };
}
