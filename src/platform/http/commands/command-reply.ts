import type { FastifyReply } from 'fastify';
import type { Refusal, Workflow } from '../../../../workflows/kernel';
import { ForbiddenError } from '../../auth/auth.errors';
import type { CommandAccepted, CommandResult } from '../../runner/command-result';
import { etagOf } from '../headers/etag';
import type { Problem } from '../problems/problem';
import { catalogued, problemOf, typeOf, type ProblemContext } from '../problems/problem-of';
import { asProblem, problemContext } from '../problems/send-problem';
import type { CommandResponse } from './command-response';
import { stateLabelOf } from './state-label';

/** How an accepted command is answered. */
export interface ReplyOptions {
  /** Whose words the state is told in; absent for a register. */
  readonly workflow?: Workflow;
  /** 201 when the command opened something new; then `location` is where it is, up to its id. */
  readonly created?: { readonly collection: string };
}

/**
 * Puts the result of a command on the reply and answers the body: accepted 200 or 201, refused 409 with every reason,
 * forbidden 403, stale 412. Use with `@Res({ passthrough: true })`.
 */
export function toHttp(
  result: CommandResult,
  reply: FastifyReply,
  options: ReplyOptions = {},
): CommandResponse | Problem {
  const context = problemContext(reply);
  switch (result.outcome) {
    case 'accepted':
      return accepted(result, reply, options);
    case 'refused':
      return asProblem(reply, refusalProblem(result.reasons, context));
    case 'forbidden':
      return asProblem(reply, problemOf(new ForbiddenError(result.permissions), context));
    case 'stale':
      return asProblem(
        reply,
        catalogued('PLATFORM.VERSION_CONFLICT', context, { members: { version: result.version } }),
      );
  }
}

function accepted(result: CommandAccepted, reply: FastifyReply, { workflow, created }: ReplyOptions): CommandResponse {
  const { id, version, state } = result;
  void reply.status(created ? 201 : 200).header('etag', etagOf(version));
  if (created) void reply.header('location', `${created.collection}/${id}`);
  if (result.isRepeat) void reply.header('idempotent-replayed', 'true');
  return { id, version, state, stateLabel: stateLabelOf(workflow, state) };
}

/** The problem of a refusal: the code of the first reason, the sentences of all. */
function refusalProblem(reasons: readonly Refusal[], context: ProblemContext): Problem {
  const general = catalogued('PLATFORM.REFUSED', context);
  const code = reasons[0]?.code ?? general.code;
  const citation = reasons.find((reason) => reason.citation)?.citation;
  return {
    ...general,
    type: typeOf(code),
    code,
    detail: reasons.map(({ message }) => message[context.language]).join(' '),
    failedGuards: reasons,
    ...(citation ? { citation } : {}),
  };
}
