/** Where something stands in a file: keys and positions from the outermost. */
export type Path = readonly (string | number)[];

/** Something that a file may not say, and where it says so. */
export interface Problem {
  readonly path: Path;
  readonly reason: string;
}

/**
 * Takes what a file says for a value. What is wrong is added to the problems; the value that is then answered
 * is no value at all, so a caller looks at the problems first (`read`).
 */
export type Shape<Value> = (given: unknown, path: Path, problems: Problem[]) => Value;

type ValueOf<Each> = Each extends Shape<infer Value> ? Value : never;

/** What reading came to: the value, or everything that is wrong with it. */
export type Reading<Value> =
  | { readonly isValid: true; readonly value: Value }
  | { readonly isValid: false; readonly problems: readonly Problem[] };

/** Reads data by a shape. */
export function read<Value>(shape: Shape<Value>, given: unknown): Reading<Value> {
  const problems: Problem[] = [];
  const value = shape(given, [], problems);
  return problems.length > 0 ? { isValid: false, problems } : { isValid: true, value };
}

/** Any text but an empty one. */
export const text: Shape<string> = (given, path, problems) => {
  if (typeof given === 'string' && given.trim() !== '') return given;
  return refuse(problems, path, given === undefined ? 'is missing' : 'must be a text that is not empty');
};

/** One of the words. */
export function oneOf<Word extends string>(...words: readonly Word[]): Shape<Word> {
  return (given, path, problems) => {
    const word = words.find((each) => each === given);
    if (word !== undefined) return word;
    if (typeof given !== 'string') return text(given, path, problems) as never;
    return refuse(problems, path, `"${given}" is none of ${words.join(', ')}`);
  };
}

/** Text that a function of the core turns into a value; what it throws as a RangeError is the reason. */
export function parsed<Value>(parse: (given: string) => Value): Shape<Value> {
  return (given, path, problems) => {
    if (typeof given !== 'string') return text(given, path, problems) as never;
    try {
      return parse(given);
    } catch (error) {
      if (error instanceof RangeError) return refuse(problems, path, error.message);
      throw error;
    }
  };
}

/** `true` or `false`. */
export const flag: Shape<boolean> = (given, path, problems) => oneOf('true', 'false')(given, path, problems) === 'true';

/** A whole number. */
export const whole: Shape<number> = parsed((given) => {
  if (!/^-?\d{1,9}$/.test(given)) throw new RangeError(`"${given}" is not a whole number`);
  return Number(given);
});

/** The word `null`, or what the shape takes. The key must be there: nothing is left out by accident. */
export function orNull<Value>(shape: Shape<Value>): Shape<Value | null> {
  return (given, path, problems) => (given === 'null' ? null : shape(given, path, problems));
}

/** What the shape takes; the other value where the key is absent. */
export function orElse<Value, Other>(shape: Shape<Value>, other: Other): Shape<Value | Other> {
  return (given, path, problems) => (given === undefined ? other : shape(given, path, problems));
}

/** A list, each member of one shape. */
export function listOf<Member>(shape: Shape<Member>): Shape<readonly Member[]> {
  return (given, path, problems) => {
    if (!Array.isArray(given)) return refuse(problems, path, given === undefined ? 'is missing' : 'must be a list');
    return given.map((member, index) => shape(member, [...path, index], problems));
  };
}

/** An object with exactly these keys. */
export function object<Fields extends Readonly<Record<string, Shape<unknown>>>>(
  fields: Fields,
): Shape<{ readonly [Key in keyof Fields]: ValueOf<Fields[Key]> }> {
  return (given, path, problems) => {
    if (!isObject(given)) return refuse(problems, path, given === undefined ? 'is missing' : 'must have keys');
    for (const key of Object.keys(given).filter((each) => !Object.hasOwn(fields, each))) {
      refuse(problems, [...path, key], `is an unknown key; the keys are ${Object.keys(fields).join(', ')}`);
    }
    const entries = Object.entries(fields).map(([key, shape]) => [
      key,
      shape(Object.hasOwn(given, key) ? given[key] : undefined, [...path, key], problems),
    ]);
    return Object.fromEntries(entries) as never;
  };
}

/** Whether it has keys, like an object of a file. */
export function isObject(given: unknown): given is Readonly<Record<string, unknown>> {
  return typeof given === 'object' && given !== null && !Array.isArray(given);
}

// The one place where no value stands in for one: whoever reads looks at the problems first.
function refuse(problems: Problem[], path: Path, reason: string): never {
  problems.push({ path, reason });
  return undefined as never;
}
