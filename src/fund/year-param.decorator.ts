import { applyDecorators, Param, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { FIRST_YEAR, LAST_YEAR } from '../../workflows/kernel';
import { InvalidRequestError } from '../platform/http/problems/http.errors';
import { digitsRule } from '../platform/http/validators';

const rule = digitsRule(FIRST_YEAR, LAST_YEAR);

/** Takes the year out of the path. Throws InvalidRequestError when it is none. */
export function YearParam(): ParameterDecorator {
  const pipe: PipeTransform = {
    transform: (value: unknown) => {
      if (rule.accepts(value)) return Number(value);
      throw new InvalidRequestError([{ field: 'year', code: rule.code, message: rule.message }]);
    },
  };
  return (target, key, index) => {
    Param('year', pipe)(target, key, index);
    const descriptor = key === undefined ? undefined : Object.getOwnPropertyDescriptor(target, key);
    const description = ApiParam({ name: 'year', schema: { ...rule.schema, example: 2026 } });
    if (key !== undefined && descriptor) applyDecorators(description)(target, key, descriptor);
  };
}
