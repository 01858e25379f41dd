import { applyDecorators, Param, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { InvalidRequestError } from '../problems/http.errors';
import { uuidRule } from './text-rules';

/** Takes an id out of the path. Throws InvalidRequestError when it is none. */
export function IdParam(name = 'id'): ParameterDecorator {
  const pipe: PipeTransform = {
    transform: (value: unknown) => {
      if (uuidRule.accepts(value)) return value;
      throw new InvalidRequestError([{ field: name, code: uuidRule.code, message: uuidRule.message }]);
    },
  };
  return (target, key, index) => {
    Param(name, pipe)(target, key, index);
    if (key === undefined) return;
    const descriptor = Object.getOwnPropertyDescriptor(target, key);
    if (descriptor)
      applyDecorators(ApiParam({ name, schema: { type: 'string', format: 'uuid' } }))(target, key, descriptor);
  };
}
