import type { Cited, Condition, ConditionParameters, Rule, Standard } from '../../workflows/rulebook';
import { cited } from './row-shapes';
import { isObject, listOf, object, parsed, read, text, type Shape } from './shape';

const CITED_KEYS = Object.keys(cited);

/**
 * What a tier asks of one kind of subject: `rule` is a condition or a group of rules.
 *
 *     citation: …
 *     status: verified
 *     rule:
 *       all:
 *         - { is: ratedAtLeast, rating: good }
 *         - any:
 *             - { is: hasInitiative, scope: unit }
 *             - { is: judged, condition: combatIngenuity, citation: …, status: secondary }
 *
 * A group is `all`, `any`, or `atLeast: 2` with `of`. A condition is `is` and its parameters beside it. Where a condition or
 * a group gives no citation, that of the standard around it holds.
 */
export const standard: Shape<Standard> = (given, path, problems) =>
  object({ ...cited, rule: rule(citedOf(given)) })(given, path, problems);

/** A rule of its own that is no standard of a tier: the same keys beside others. */
export function ruleBeside(given: unknown): Shape<Rule> {
  return rule(citedOf(given));
}

function rule(inherited: Cited): Shape<Rule> {
  return (given, path, problems) => {
    const within = { ...inherited, ...ownCitation(given) };
    if (!isObject(given)) return object({})(given, path, problems) as never;
    const own = owning(given);
    const parts = parsedParts(rule(within));
    if ('is' in given) return { condition: condition(within)(given, path, problems) };
    if ('all' in given) return { all: object({ ...own, all: parts })(given, path, problems).all };
    if ('any' in given) return { any: object({ ...own, any: parts })(given, path, problems).any };
    if ('atLeast' in given) {
      const { atLeast, of } = object({ ...own, atLeast: count, of: parts })(given, path, problems);
      return { atLeast, of };
    }
    problems.push({ path, reason: 'must say is, all, any, or atLeast and of' });
    return undefined as never;
  };
}

function condition(inherited: Cited): Shape<Condition> {
  return (given, path, problems) => {
    const of = isObject(given) ? given : {};
    const parameters = Object.keys(of).filter((key) => key !== 'is' && !CITED_KEYS.includes(key));
    const { is, ...rest } = object({
      ...owning(of),
      is: text,
      ...Object.fromEntries(parameters.map((key) => [key, parameter])),
    })(given, path, problems);
    const taken: Readonly<Record<string, unknown>> = rest;
    const withThem = Object.fromEntries(parameters.map((key) => [key, taken[key]])) as ConditionParameters;
    const { citation, status, councilChoice } = inherited;
    return { is, with: withThem, citation, status, councilChoice };
  };
}

/** The keys of a citation that stand there: one that cites its own article says its own status as well. */
function owning(given: Readonly<Record<string, unknown>>): Partial<typeof cited> {
  const keys =
    'citation' in given ? [...CITED_KEYS.slice(0, 2), 'councilChoice'] : CITED_KEYS.filter((key) => key in given);
  return Object.fromEntries(Object.entries(cited).filter(([key]) => keys.includes(key)));
}

/** What is valid of a citation; what is not is refused where the row itself is read. */
function citedOf(given: unknown): Cited {
  return { citation: '', status: 'unverified', councilChoice: false, ...ownCitation(given) };
}

function ownCitation(given: unknown): Partial<Cited> {
  if (!isObject(given)) return {};
  const entries = Object.entries(cited).flatMap(([key, shape]) => {
    const reading = key in given ? read<unknown>(shape, given[key]) : undefined;
    return reading?.isValid ? [[key, reading.value]] : [];
  });
  return Object.fromEntries(entries) as Partial<Cited>;
}

function parsedParts(part: Shape<Rule>): Shape<readonly Rule[]> {
  return (given, path, problems) => {
    const parts = listOf(part)(given, path, problems);
    if (Array.isArray(given) && given.length === 0) problems.push({ path, reason: 'must hold a condition' });
    return parts;
  };
}

const count = parsed((given) => {
  if (!/^[1-9]\d?$/.test(given)) throw new RangeError(`"${given}" is not a number of conditions`);
  return Number(given);
});

const word = parsed((given) => given);

/** A word, a whole number, yes or no, or a list of words. What the predicate takes is judged in the core. */
const parameter: Shape<ConditionParameters[string]> = (given, path, problems) => {
  if (Array.isArray(given)) return listOf(word)(given, path, problems);
  const taken = text(given, path, problems);
  if (/^-?\d{1,9}$/.test(taken)) return Number(taken);
  return taken === 'true' || taken === 'false' ? taken === 'true' : taken;
};
