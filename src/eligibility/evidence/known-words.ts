import type { Release } from '../../rulebooks';

/** The words of a release that evidence may name; another one is a slip of the pen, and proves nothing. */
export interface KnownWords {
  /** Codes of tiers. */
  readonly tiers: ReadonlySet<string>;
  /** What a person is asked to judge. */
  readonly conditions: ReadonlySet<string>;
  /** Positions whose years count. */
  readonly positions: ReadonlySet<string>;
}

const KNOWN = new WeakMap<Release, KnownWords>();

/** The words of all rulebooks and layers of a release, looked up once. */
export function knownWordsOf(release: Release): KnownWords {
  const known = KNOWN.get(release) ?? wordsIn(release);
  KNOWN.set(release, known);
  return known;
}

function wordsIn({ rulebooks, layers = [] }: Release): KnownWords {
  const rules = [rulebooks, layers];
  return {
    tiers: new Set(rulebooks.flatMap(({ tiers }) => tiers.map(({ code }) => code))),
    conditions: new Set(parametersIn(rules, 'judged', 'condition')),
    positions: new Set(parametersIn(rules, 'positionHeld', 'positions')),
  };
}

/** What the conditions of one name give for a parameter, wherever they stand. */
function parametersIn(value: unknown, is: string, parameter: string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((each: unknown) => parametersIn(each, is, parameter));
  if (typeof value !== 'object' || value === null) return [];
  const fields = value as Readonly<Record<string, unknown>>;
  const own = fields.is === is ? wordsOf((fields.with as Readonly<Record<string, unknown>>)[parameter]) : [];
  return [...own, ...Object.values(fields).flatMap((each) => parametersIn(each, is, parameter))];
}

function wordsOf(value: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((each) => typeof each === 'string');
}
