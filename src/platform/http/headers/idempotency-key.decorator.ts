import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import '../fastify-request';
import { InvalidRequestError } from '../problems/http.errors';
import { documents } from './documents';

const VISIBLE_ASCII = /^[\x21-\x7e]{1,200}$/;

/** The key as sent; undefined when there is none. Throws InvalidRequestError on any other form. */
export function idempotencyKey(header: string | readonly string[] | undefined): string | undefined {
  if (header === undefined) return undefined;
  if (typeof header === 'string' && VISIBLE_ASCII.test(header)) return header;
  throw new InvalidRequestError([
    {
      field: 'Idempotency-Key',
      code: 'IDEMPOTENCY_KEY',
      message: {
        vi: 'Phải gồm 1 đến 200 ký tự ASCII nhìn thấy được, không có dấu cách.',
        en: 'Must be 1 to 200 visible ASCII characters without spaces.',
      },
    },
  ]);
}

/** The id of the command: the key of the caller, or a fresh id when the header is absent. Throws InvalidRequestError. */
export function commandIdOf(request: FastifyRequest): string {
  return idempotencyKey(request.headers['idempotency-key']) ?? request.server.ids.next();
}

/** Describes the header on the route of a parameter that takes it. */
export const describesIdempotencyKey = documents(
  ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: 'One key, one effect, one answer: send the same key again when you did not see the answer.',
    schema: { type: 'string', minLength: 1, maxLength: 200, example: '0190c1f2-launch-2024' },
  }),
);

/** The id of the command, for routes that take no whole sender. */
export const IdempotencyKey = createParamDecorator(
  (_: unknown, context: ExecutionContext): string => commandIdOf(context.switchToHttp().getRequest<FastifyRequest>()),
  [describesIdempotencyKey],
);
