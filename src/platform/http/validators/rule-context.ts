import { objectRule } from './value-rules';
import type { FieldRule } from './field-rule';

/** What a rule leaves with class-validator, so that a failure can be told in both languages and item by item. */
export interface RuleContext {
  readonly rule: FieldRule;
  /** The rule of the items, where the field is a list. */
  readonly items?: FieldRule;
}

/** Stands in for the items of a list of objects. */
export const OBJECT_ITEMS = objectRule;

/** True for what `field` and `BoundedArray` leave behind. */
export function isRuleContext(value: unknown): value is RuleContext {
  return typeof value === 'object' && value !== null && 'rule' in value;
}

/** True when the value is of the rule, and each of its items of theirs. */
export function accepts({ rule, items }: RuleContext, value: unknown): boolean {
  return rule.accepts(value) && (!items || (value as readonly unknown[]).every((item) => items.accepts(item)));
}

/** An accepted value in the form in which it goes on. Anything else stays as it is, for the message. */
export function taken(context: RuleContext, value: unknown): unknown {
  if (!accepts(context, value)) return value;
  const { rule, items } = context;
  if (items?.take) return (value as readonly unknown[]).map(items.take);
  return rule.take ? rule.take(value) : value;
}
