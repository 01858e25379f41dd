import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AppError } from '../../errors/app-error';
import type { Ids } from '../../ids/ids.port';
import type { JsonLogger } from '../../logging/json-logger';
import { drainBody } from '../server/drain-body';
import type { Problem } from './problem';
import { problemOf } from './problem-of';
import { asProblem, problemContext } from './send-problem';

/** Turns whatever is thrown into a problem. A fault is logged under an id; the caller gets the id and no internal text. */
@Catch()
export class ProblemDetailsFilter implements ExceptionFilter {
  constructor(
    private readonly logger: JsonLogger,
    private readonly ids: Ids,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    this.answer(error, host.switchToHttp().getResponse<FastifyReply>());
  }

  /** Answers an error that no route has seen: of the framework, or of a hook. */
  answer(error: unknown, reply: FastifyReply): void {
    const problem = problemOf(error, problemContext(reply));
    const answered = problem.status < 500 ? problem : this.reported(error, problem, reply);
    if (reply.sent || reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    if (problem.status === 413) drainBody(reply);
    void reply.send(asProblem(reply, answered));
  }

  private reported(error: unknown, problem: Problem, reply: FastifyReply): Problem {
    const errorId = this.ids.next();
    const { request } = reply;
    this.logger.event(error instanceof AppError ? error.level : 'error', 'request failed', {
      errorId,
      code: problem.code,
      correlationId: request.id,
      route: request.routeOptions.url ?? null,
      err: error,
    });
    return { ...problem, errorId };
  }
}
