import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { IfMatchRequiredError, InvalidRequestError } from '../problems/http.errors';
import { documents } from './documents';
import { versionOfEtag } from './etag';

/** The version that `If-Match` names; undefined for none and for `*`. Throws InvalidRequestError on any other form. */
export function ifMatchVersion(header: string | undefined): number | undefined {
  if (header === undefined || header.trim() === '*') return undefined;
  const version = versionOfEtag(header);
  if (version !== undefined) return version;
  throw new InvalidRequestError([
    {
      field: 'If-Match',
      code: 'ETAG',
      message: {
        vi: 'Phải là một ETag mạnh như "7", hoặc *.',
        en: 'Must be one strong entity tag like "7", or *.',
      },
    },
  ]);
}

const fromRequest = (isRequired: boolean) => (_: unknown, context: ExecutionContext) => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (isRequired && header === undefined) throw new IfMatchRequiredError();
  return ifMatchVersion(header);
};

const documented = (required: boolean): ParameterDecorator =>
  documents(
    ApiHeader({
      name: 'If-Match',
      required,
      description: 'The ETag that you saw. When somebody has changed it since, the answer is 412 and nothing is done.',
      schema: { type: 'string', example: '"3"' },
    }),
  );

const optional = createParamDecorator(fromRequest(false), [documented(false)]);
const required = createParamDecorator(fromRequest(true), [documented(true)]);

/** The version that the caller has seen, a number or undefined. Required: without the header the answer is 428. */
export function IfMatch(options: { readonly required?: boolean } = {}): ParameterDecorator {
  return options.required ? required() : optional();
}
