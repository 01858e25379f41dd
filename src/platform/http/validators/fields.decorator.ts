import { boundedTextRule, type TextBounds } from './bounded-text-rule';
import type { FieldOptions } from './field-rule';
import { field } from './field.decorator';
import { decimalTextRule, dongTextRule, localDateRule, oneOfRule, uuidRule } from './text-rules';
import { wholeNumberRule, yesNoRule } from './value-rules';

/** A calendar day `2024-01-19` of the years 1901 to 2199; the property is a `LocalDate`. */
export const IsLocalDate = (options?: FieldOptions): PropertyDecorator => field(localDateRule, options);

/** An exact decimal number as text; the property is a `Decimal` in its canonical form. */
export const IsDecimalText = (options?: FieldOptions): PropertyDecorator => field(decimalTextRule, options);

/** Whole đồng as text; the property is a `Dong`. */
export const IsDongText = (options?: FieldOptions): PropertyDecorator => field(dongTextRule, options);

/** An id of this system. */
export const IsUuid = (options?: FieldOptions): PropertyDecorator => field(uuidRule, options);

/** One word of a closed list. */
export const IsOneOf = (words: readonly string[], options?: FieldOptions): PropertyDecorator =>
  field(oneOfRule(words), options);

/** A whole number, both ends included. */
export const IsWholeNumber = (min: number, max: number, options?: FieldOptions): PropertyDecorator =>
  field(wholeNumberRule(min, max), options);

/** Yes or no. */
export const IsYesNo = (options?: FieldOptions): PropertyDecorator => field(yesNoRule, options);

/** A text with a bound: readable characters, composed letters, no spaces around it. */
export const BoundedText = ({ max, min, multiline, ...options }: TextBounds & FieldOptions): PropertyDecorator =>
  field(boundedTextRule({ max, ...(min === undefined ? {} : { min }), multiline: multiline ?? false }), options);
