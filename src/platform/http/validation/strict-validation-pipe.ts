import type { ArgumentMetadata, PipeTransform, Type } from '@nestjs/common';
import { validInput } from './valid-input';

/** Types that say nothing about fields: such a parameter has a pipe of its own. */
const OPEN: readonly unknown[] = [String, Boolean, Number, Array, Object, undefined];

/** Checks every body, query and parameter object against its request class. Throws InvalidRequestError. */
export class StrictValidationPipe implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if (type === 'custom' || OPEN.includes(metatype)) return value;
    return validInput(metatype as Type<object>, value);
  }
}
