import type { OnModuleDestroy } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import type { JsonLogger } from '../../logging/json-logger';
import { StoppingError } from '../problems/http.errors';

/**
 * Stops the server before anything that requests need: takes no new connection, answers what still comes over old ones
 * with 503, lets running requests finish, and cuts what is left when the time is up.
 */
export class GracefulStop implements OnModuleDestroy {
  private isStopping = false;

  constructor(
    private readonly server: FastifyInstance,
    private readonly timeoutMs: number,
    private readonly logger: JsonLogger,
  ) {
    server.addHook('onRequest', async () => {
      if (this.isStopping) throw new StoppingError();
      return Promise.resolve();
    });
    // Node closes idle connections once, when it stops listening; one that becomes idle later would keep it open.
    server.addHook('onSend', async (_request, reply, payload) => {
      if (this.isStopping) reply.header('connection', 'close');
      return Promise.resolve(payload);
    });
  }

  /** Called by Nest for the outermost module first, so before any other module lets go of what it holds. */
  async onModuleDestroy(): Promise<void> {
    this.isStopping = true;
    const timer = setTimeout(() => {
      this.logger.event('warn', 'requests were cut off: they ran longer than the stop may take', {
        timeoutMs: this.timeoutMs,
      });
      this.server.server.closeAllConnections();
    }, this.timeoutMs);
    try {
      await this.server.close();
    } finally {
      clearTimeout(timer);
    }
  }
}
