import type { FastifyReply } from 'fastify';
import '../fastify-request';
import { languageOf } from './language';
import type { Problem } from './problem';
import type { ProblemContext } from './problem-of';

/** What problems of this request need to know. */
export function problemContext({ request }: FastifyReply): ProblemContext {
  return {
    language: languageOf(request.headers['accept-language']),
    instance: request.url.split('?', 1)[0] ?? '/',
  };
}

/** Sets status and headers of a problem; answers the body to send. */
export function asProblem(reply: FastifyReply, problem: Problem): Problem {
  const { language } = problemContext(reply);
  reply.request.problemCode = problem.code;
  reply
    .status(problem.status)
    .type('application/problem+json')
    .header('content-language', language)
    .header('vary', 'Accept-Language')
    .header('cache-control', 'no-store');
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer');
  return problem;
}
