import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ValidateBy, ValidateIf } from 'class-validator';
import type { FieldOptions, FieldRule } from './field-rule';
import { accepts, taken, type RuleContext } from './rule-context';

/** A field of a request: one rule for the check, the message and the API's description. */
export function field(rule: FieldRule, options: FieldOptions = {}): PropertyDecorator {
  return applyDecorators(
    described(rule.schema, options),
    checked({ rule }, options),
    Transform(({ value }: { value: unknown }) => taken({ rule }, value)),
  );
}

/** The check alone; used where a value is also turned into objects. */
export function checked(context: RuleContext, { optional, nullable }: FieldOptions): PropertyDecorator {
  return applyDecorators(
    ValidateIf((_, value: unknown) => !(optional && value === undefined) && !(nullable && value === null)),
    ValidateBy(
      {
        name: context.rule.code,
        validator: {
          validate: (value: unknown) => accepts(context, value),
          defaultMessage: () => context.rule.message.en,
        },
      },
      { context },
    ),
  );
}

/** The description alone. */
export function described(schema: object, options: FieldOptions): PropertyDecorator {
  const { description, example, optional = false, nullable = false } = options;
  return ApiProperty({
    ...schema,
    required: !optional,
    ...(nullable ? { nullable: true } : {}),
    ...(description === undefined ? {} : { description }),
    ...(example === undefined ? {} : { example }),
  });
}
