import { applyDecorators, type Type as Class } from '@nestjs/common';
import { Transform, Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { arrayRule, type ArrayBounds } from './array-rule';
import type { FieldOptions, FieldRule } from './field-rule';
import { checked, described } from './field.decorator';
import { OBJECT_ITEMS, taken } from './rule-context';
import { objectRule } from './value-rules';

// Nest tells a class from a function that answers one by the function's name, which must be `type`.

/** A field that is an object with fields of its own. */
export function Nested(of: () => Class<object>, options: FieldOptions = {}): PropertyDecorator {
  return applyDecorators(
    described({ type: () => of() }, options),
    checked({ rule: objectRule }, options),
    ValidateNested(),
    Type(of),
  );
}

/** A list with a bound: of values of one rule, or of objects with fields of their own. */
export function BoundedArray(
  of: FieldRule | (() => Class<object>),
  { max, min, unique, ...options }: ArrayBounds & FieldOptions,
): PropertyDecorator {
  const rule = arrayRule({ max, ...(min === undefined ? {} : { min }), unique: unique ?? false });
  if (typeof of !== 'function') {
    return applyDecorators(
      described({ ...rule.schema, type: 'array', items: of.schema }, options),
      checked({ rule, items: of }, options),
      Transform(({ value }: { value: unknown }) => taken({ rule, items: of }, value)),
    );
  }
  const { type: _, ...bounds } = rule.schema;
  return applyDecorators(
    described({ ...bounds, type: () => of(), isArray: true }, options),
    checked({ rule, items: OBJECT_ITEMS }, options),
    ValidateNested(),
    Type(of),
  );
}
