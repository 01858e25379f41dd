import type { ValidationError } from 'class-validator';
import type { FieldProblem } from '../problems/problem';
import { isRuleContext, type RuleContext } from '../validators/rule-context';
import { REQUIRED, stockMessage } from './stock-messages';

/** Names every field of a failed validation by its path, `rounds[0].startsOn`, below a prefix such as `input`. */
export function fieldProblems(errors: readonly ValidationError[], prefix = ''): FieldProblem[] {
  return errors.flatMap((error) => {
    const field = pathOf(prefix, error.property);
    const own = ownProblems(field, error);
    // Where the rule of a list has named an item, class-validator's own word on the item adds nothing.
    const named = new Set(own.map((problem) => problem.field));
    return [...own, ...fieldProblems(error.children ?? [], field).filter((problem) => !named.has(problem.field))];
  });
}

/** The path of a member: `[0]` in a list, `.name` in an object. */
export function pathOf(prefix: string, property: string): string {
  if (/^\d+$/.test(property)) return `${prefix}[${property}]`;
  return prefix === '' ? property : `${prefix}.${property}`;
}

function ownProblems(field: string, { constraints = {}, contexts = {}, value }: ValidationError): FieldProblem[] {
  const broken = Object.entries(constraints);
  // What is missing breaks every rule of the field; one sentence says it.
  if (broken.length > 0 && value === undefined && !('whitelistValidation' in constraints))
    return [{ field, ...REQUIRED }];
  return (
    broken
      // The rule of the field has said already that this is no object.
      .filter(([name]) => name !== 'nestedValidation' || broken.length === 1)
      .flatMap(([name, text]) => {
        const context: unknown = contexts[name];
        return isRuleContext(context) ? ruleProblems(field, context, value) : [{ field, ...stockMessage(name, text) }];
      })
  );
}

/** The field's own problem, or else those of its items. */
function ruleProblems(field: string, { rule, items }: RuleContext, value: unknown): FieldProblem[] {
  if (!items || !rule.accepts(value)) return [{ field, code: rule.code, message: rule.message }];
  return (value as readonly unknown[]).flatMap((item, index) =>
    items.accepts(item) ? [] : [{ field: `${field}[${index}]`, code: items.code, message: items.message }],
  );
}
