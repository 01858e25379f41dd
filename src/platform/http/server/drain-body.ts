import type { FastifyReply } from 'fastify';

/** What is still read and thrown away of a body that is too large, before the connection is cut. */
const DRAIN_BYTES = 64 * 1024 * 1024;

/**
 * Lets the sender of a body that is too large read the answer. Fastify would close the connection at once, and a client
 * that is still sending then sees a reset instead of the 413. So the connection stays and the rest is thrown away, up
 * to a limit; the server's request timeout bounds it in time.
 */
export function drainBody(reply: FastifyReply): void {
  void reply.header('connection', 'keep-alive');
  const { raw } = reply.request;
  let drained = 0;
  raw.on('data', (chunk: Buffer) => {
    drained += chunk.length;
    if (drained > DRAIN_BYTES) raw.destroy();
  });
}
