import type { Condition, Rule } from './standard.types';

/** A condition and its place below the rule, as the file has it: `all`, then the position. */
export interface Placed {
  readonly condition: Condition;
  readonly path: readonly (string | number)[];
}

/** Every condition of a rule. */
export function conditionsOf(rule: Rule, path: Placed['path'] = []): readonly Placed[] {
  if ('condition' in rule) return [{ condition: rule.condition, path }];
  const { key, parts } = partsOf(rule);
  return parts.flatMap((part, place) => conditionsOf(part, [...path, key, place]));
}

/** The parts of a group, how many are needed, and the key that holds them in the file. */
export function partsOf(rule: Exclude<Rule, { readonly condition: Condition }>): {
  readonly kind: 'all' | 'any' | 'atLeast';
  readonly key: 'all' | 'any' | 'of';
  readonly needed: number;
  readonly parts: readonly Rule[];
} {
  if ('all' in rule) return { kind: 'all', key: 'all', needed: rule.all.length, parts: rule.all };
  if ('any' in rule) return { kind: 'any', key: 'any', needed: 1, parts: rule.any };
  return { kind: 'atLeast', key: 'of', needed: rule.atLeast, parts: rule.of };
}
