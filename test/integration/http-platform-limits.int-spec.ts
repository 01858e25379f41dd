import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { Switches } from './http-platform.module';
import { startServer, type TestServer } from './http-platform.server';

const MEBIBYTE = 1024 * 1024;
const HEAD = `POST /api/v1/campaigns HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer token-of-office\r\nContent-Type: application/json\r\n`;

/** Sends a body of zeros as an ordinary client does; answers what it reads, or rejects when the connection dies first. */
function upload(server: TestServer, bytes: number, isChunked = false): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request({
      host: '127.0.0.1',
      port: server.port,
      path: '/api/v1/campaigns',
      method: 'POST',
      headers: {
        authorization: 'Bearer token-of-office',
        'content-type': 'application/json',
        ...(isChunked ? {} : { 'content-length': bytes }),
      },
    });
    sent.on('error', reject);
    sent.on('response', (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('error', reject);
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, text });
        sent.destroy();
      });
    });
    pump(
      bytes,
      (chunk) => sent.write(chunk),
      (next) => sent.once('drain', next),
      () => sent.end(),
    );
  });
}

/** Writes zeros as fast as they are taken. */
function pump(
  bytes: number,
  write: (chunk: Buffer) => boolean,
  whenDrained: (next: () => void) => void,
  end: () => void = () => undefined,
): void {
  const chunk = Buffer.alloc(64 * 1024, '0');
  let left = bytes;
  const next = (): void => {
    while (left > 0) {
      left -= chunk.length;
      if (!write(chunk)) {
        whenDrained(next);
        return;
      }
    }
    end();
  };
  next();
}

/** The next answer that comes over a socket. */
function nextAnswer(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    socket.once('error', reject);
    socket.on('data', function collect(chunk: Buffer) {
      text += chunk.toString();
      if (!text.endsWith('}')) return;
      socket.off('data', collect);
      socket.off('error', reject);
      resolve(text);
    });
  });
}

describe('a body that is too large', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.app.close());

  it.each([
    ['announced', false],
    ['sent in chunks', true],
  ])('of 20 MB, %s, is answered 413, and the sender lives to read it', async (_, isChunked) => {
    const answer = await upload(server, 20 * MEBIBYTE, isChunked);
    expect(answer.status).toBe(413);
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'HTTP.BODY_TOO_LARGE', status: 413 });
  });

  it('leaves the connection usable', async () => {
    const socket = connect(server.port, '127.0.0.1');
    const large = nextAnswer(socket);
    socket.write(`${HEAD}Content-Length: ${5 * MEBIBYTE}\r\n\r\n`);
    await new Promise<void>((resolve) =>
      pump(
        5 * MEBIBYTE,
        (chunk) => socket.write(chunk),
        (next) => socket.once('drain', next),
        resolve,
      ),
    );
    expect(await large).toMatch(/^HTTP\/1.1 413 /);
    const small = nextAnswer(socket);
    socket.write('GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n');
    expect(await small).toMatch(/^HTTP\/1.1 200 /);
    socket.destroy();
  });

  it('is not read for ever', async () => {
    const socket = connect(server.port, '127.0.0.1');
    const closed = new Promise<void>((resolve) => socket.on('error', () => undefined).on('close', () => resolve()));
    socket.write(`${HEAD}Content-Length: ${1024 * MEBIBYTE}\r\n\r\n`);
    pump(
      1024 * MEBIBYTE,
      (chunk) => socket.write(chunk),
      (next) => socket.once('drain', next),
    );
    await closed;
    expect(socket.bytesWritten).toBeLessThan(1024 * MEBIBYTE);
  });

  it('does not disturb the others', async () => {
    const [large, small] = await Promise.all([upload(server, 20 * MEBIBYTE), server.send('/api/v1/campaigns')]);
    expect([large.status, small.status]).toEqual([413, 200]);
  });
});

describe('readiness', () => {
  it('is 503 with the failing check, and no internal text', async () => {
    const server = await startServer();
    expect((await server.send('/health/ready', { token: null })).json).toEqual({
      status: 'ready',
      checks: { database: { isWell: true, lagMs: 1 } },
    });
    server.app.get(Switches, { strict: false }).isDatabaseWell = false;
    const answer = await server.send('/health/ready', { token: null });
    expect(answer.status).toBe(503);
    expect(answer.json).toEqual({
      status: 'notReady',
      checks: { database: { isWell: false, reason: 'PERSISTENCE.OUT_OF_REACH' } },
    });
    expect((await server.send('/health/live', { token: null })).status).toBe(200);
    await server.app.close();
  });
});
