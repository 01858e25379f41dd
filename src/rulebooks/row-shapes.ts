import { fractionText, parseFraction, type FractionText } from '../../workflows/kernel';
import { flag, isObject, object, oneOf, orElse, parsed, text, type Shape } from './shape';

/** What every row carries: a rule without a citation is not shipped. */
export const cited = {
  citation: text,
  status: oneOf('verified', 'secondary', 'unverified'),
  councilChoice: orElse(flag, false),
};

/** A name in both languages. */
export const label = object({ vi: text, en: text });

export const level = oneOf('state', 'province', 'district', 'commune', 'unit');

export const subjectKind = oneOf('person', 'collective', 'household');

/** As written, so that an article's 4/5 stays one; but it must be a fraction and no decimal. */
export const share: Shape<FractionText> = parsed((given) => {
  fractionText(parseFraction(given));
  return given as FractionText;
});

/** How the share of a base must be reached. */
export const threshold = object({ fraction: share, comparator: oneOf('atLeast', 'moreThan') });

/** Stable across rulebooks: `BK_TINH`. */
export const code: Shape<string> = parsed((given) => {
  if (!/^[A-Z][A-Z0-9_]{1,31}$/.test(given)) throw new RangeError(`"${given}" is not a code like BK_TINH`);
  return given;
});

type Present<Fields> = { readonly [Key in keyof Fields]?: Fields[Key] extends Shape<infer Value> ? Value : never };

/** An object with some of these keys: one that the file leaves out is no key of the value. */
export function someOf<Fields extends Readonly<Record<string, Shape<unknown>>>>(
  fields: Fields,
): Shape<Present<Fields>> {
  return (given, path, problems) => {
    const present = isObject(given)
      ? Object.fromEntries(Object.entries(fields).filter(([key]) => Object.hasOwn(given, key)))
      : {};
    const unknown = isObject(given) ? Object.keys(given).filter((key) => !Object.hasOwn(fields, key)) : [];
    for (const key of unknown) {
      problems.push({ path: [...path, key], reason: `is none of ${Object.keys(fields).join(', ')}` });
    }
    const known = isObject(given)
      ? Object.fromEntries(Object.entries(given).filter(([key]) => !unknown.includes(key)))
      : given;
    return object(present)(known, path, problems) as Present<Fields>;
  };
}

/** An object with any keys, each with a value of one shape. */
export function mapOf<Value>(shape: Shape<Value>): Shape<Readonly<Record<string, Value>>> {
  return (given, path, problems) => {
    const keys = isObject(given) ? Object.keys(given) : [];
    return object(Object.fromEntries(keys.map((key) => [key, shape])))(given, path, problems);
  };
}
