import { HttpException } from '@nestjs/common';
import { fillLabel, type LabelParams } from '../../../../workflows/kernel';
import { ForbiddenError } from '../../auth/auth.errors';
import { AppError } from '../../errors/app-error';
import { InvalidRequestError, UnknownCommandError } from './http.errors';
import type { Language } from './language';
import type { Problem } from './problem';
import { catalogueEntry, PROBLEM_CATALOGUE } from './problem-catalogue';

/** What a problem needs to know of the request that it answers. */
export interface ProblemContext {
  readonly language: Language;
  /** Path of the request, without its query. */
  readonly instance: string;
}

/** The codes of what the web framework itself turns away. */
const BY_STATUS: Readonly<Record<number, string>> = {
  401: 'AUTH.UNAUTHENTICATED',
  403: 'AUTH.FORBIDDEN',
  404: 'HTTP.ROUTE_NOT_FOUND',
  405: 'HTTP.METHOD_NOT_ALLOWED',
  408: 'HTTP.TIMED_OUT',
  413: 'HTTP.BODY_TOO_LARGE',
  414: 'HTTP.ADDRESS_TOO_LONG',
  415: 'HTTP.UNSUPPORTED_MEDIA_TYPE',
  429: 'HTTP.TOO_MANY_REQUESTS',
  431: 'HTTP.HEADERS_TOO_LARGE',
};

/**
 * The problem that an error is. An error without a catalogued code is a fault: nothing of its text leaves the server.
 */
export function problemOf(error: unknown, context: ProblemContext): Problem {
  return catalogued(codeOf(error), context, {
    ...(error instanceof AppError ? { params: labelParams(error.details) } : {}),
    members: membersOf(error),
  });
}

/** The problem of a catalogued code with further members; an unknown code becomes PLATFORM.FAULT. */
export function catalogued(
  code: string,
  context: ProblemContext,
  { params = {}, members = {} }: { readonly params?: LabelParams; readonly members?: Partial<Problem> } = {},
): Problem {
  const { language, instance } = context;
  const entry = catalogueEntry(code);
  if (!entry) return catalogued('PLATFORM.FAULT', context);
  return {
    type: typeOf(code),
    title: entry.title[language],
    status: entry.status,
    detail: fillLabel(entry.detail, params)[language],
    instance,
    code,
    ...members,
  };
}

/** The URI that names a kind of problem. */
export function typeOf(code: string): string {
  return `urn:thidua:problem:${code}`;
}

function codeOf(error: unknown): string {
  if (error instanceof AppError) return isFault(error) ? 'PLATFORM.FAULT' : error.code;
  const status = statusOf(error);
  if (status === undefined || status >= 500) return 'PLATFORM.FAULT';
  return BY_STATUS[status] ?? 'HTTP.BAD_REQUEST';
}

/** A loud error of the domain is no refusal: somebody forgot to give it an entry of its own. */
function isFault({ level, code }: AppError): boolean {
  return level === 'error' && !Object.hasOwn(PROBLEM_CATALOGUE, code);
}

/** The status of an error of Nest or Fastify. Other errors may carry a number of that name by accident. */
function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const isFastifys = error instanceof Error && 'code' in error && String(error.code).startsWith('FST_');
  return isFastifys && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : undefined;
}

function membersOf(error: unknown): Partial<Problem> {
  if (error instanceof InvalidRequestError) return { errors: error.errors };
  if (error instanceof UnknownCommandError) return { knownTypes: error.knownTypes };
  if (error instanceof ForbiddenError) return { permissions: error.permissions };
  return {};
}

function labelParams(details: Readonly<Record<string, unknown>>): LabelParams {
  const shown = Object.entries(details).filter(
    (entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number',
  );
  return Object.fromEntries(shown);
}
