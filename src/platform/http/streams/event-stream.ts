import type { FastifyInstance, FastifyReply } from 'fastify';
import { Readable } from 'node:stream';

/** One server-sent event. */
export interface StreamEvent {
  /** What a client sends back as `Last-Event-ID` when it comes again. */
  readonly id: string;
  readonly event: string;
  readonly data: object;
}

/** A comment that keeps the connection alive where proxies cut silent ones. */
export const HEARTBEAT = ': heartbeat\n\n';

/** An event as it goes over the wire. Its data is JSON without line breaks. */
export function eventText({ id, event, data }: StreamEvent): string {
  return `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

const openStreams = new WeakMap<FastifyInstance['server'], Set<AbortController>>();

/** Ends all open streams when the server stops: it would wait for them. To be called before the server is ready. */
export function endStreamsOnClose(server: FastifyInstance): void {
  const open = new Set<AbortController>();
  openStreams.set(server.server, open);
  server.addHook('preClose', async () => {
    for (const stream of open) stream.abort();
    return Promise.resolve();
  });
}

/** Answers with a stream of events. It ends when the source does, when the client goes, and when the server stops. */
export function sendStream(reply: FastifyReply, source: (signal: AbortSignal) => AsyncIterable<string>): void {
  const stop = new AbortController();
  const open = openStreams.get(reply.server.server);
  open?.add(stop);
  const stream = Readable.from(source(stop.signal));
  const end = (): void => {
    open?.delete(stop);
    stop.abort();
  };
  stream.once('close', end);
  reply.raw.once('close', end);
  void reply
    .header('content-type', 'text/event-stream; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('x-accel-buffering', 'no')
    .send(stream);
}
