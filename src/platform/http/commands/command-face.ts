import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Workflow } from '../../../../workflows/kernel';
import { CommandDispatcher, type DispatchRequest } from '../../runner/command-dispatcher';
import type { Problem } from '../problems/problem';
import { API_PREFIX } from '../server/api-prefix';
import { toHttp } from './command-reply';
import type { CommandResponse } from './command-response';

/** What every controller does with a command: hands it to the dispatcher and puts the answer on the reply. */
@Injectable()
export class CommandFace {
  constructor(private readonly dispatcher: CommandDispatcher) {}

  /** Runs a command that brings something into being in a collection: 201 with its place when accepted. */
  async open(
    reply: FastifyReply,
    request: Omit<DispatchRequest, 'instanceId'>,
    { collection, workflow }: { readonly collection: string; readonly workflow?: Workflow },
  ): Promise<CommandResponse | Problem> {
    const { expectedVersion: _, ...opening } = request;
    const result = await this.dispatcher.dispatch(opening);
    const created = { collection: `/${API_PREFIX}/${collection}` };
    return toHttp(result, reply, { created, ...(workflow ? { workflow } : {}) });
  }

  /** Runs a command on something that exists. */
  async send(reply: FastifyReply, request: DispatchRequest, workflow?: Workflow): Promise<CommandResponse | Problem> {
    const result = await this.dispatcher.dispatch(request);
    return toHttp(result, reply, workflow ? { workflow } : {});
  }
}
