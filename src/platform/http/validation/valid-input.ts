import type { Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync } from 'class-validator';
import { NoInput } from '../../validation/no-input';
import { InvalidRequestError } from '../problems/http.errors';
import { objectRule } from '../validators/value-rules';
import type { FieldProblem } from '../problems/problem';
import { fieldProblems, pathOf } from './field-problems';
import { rememberRules } from './remembered-rules';
import { UNKNOWN_FIELD } from './stock-messages';

rememberRules(getMetadataStorage());

/** Nobody mends more at once, and an answer must not be many times as large as what was sent. */
const MOST_PROBLEMS = 100;

/**
 * Plain JSON as an instance of its request class, with nothing in it that the class does not declare.
 * A body that is missing counts as an empty object. `prefix` is the path under which the fields are named.
 * Throws InvalidRequestError with every field that cannot be taken, or the first hundred of them.
 */
export function validInput<Input extends object>(type: Type<Input>, value: unknown, prefix = ''): Input {
  const plain = value ?? {};
  if (!objectRule.accepts(plain)) {
    throw new InvalidRequestError([{ field: prefix || 'body', code: objectRule.code, message: objectRule.message }]);
  }
  const hidden = namesOfObject(plain, prefix);
  if (hidden.length > 0) throw new InvalidRequestError(hidden.slice(0, MOST_PROBLEMS));
  const instance = plainToInstance(type, plain);
  const errors = validateSync(instance, {
    whitelist: true,
    forbidNonWhitelisted: true,
    // A class without a rule for any field is a mistake of ours, unless it means that nothing is taken.
    forbidUnknownValues: (type as Type<object>) !== NoInput,
  });
  if (errors.length > 0) throw new InvalidRequestError(fieldProblems(errors, prefix).slice(0, MOST_PROBLEMS));
  return instance;
}

/** Fields named like what every object has: class-transformer passes them over in silence, and no request has one. */
function namesOfObject(value: unknown, path: string): FieldProblem[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const field = pathOf(path, name);
    return name in Object.prototype ? [{ field, ...UNKNOWN_FIELD }] : namesOfObject(member, field);
  });
}
