import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { createHttpApp } from '../../src/platform/http/create-http-app';
import { PortInUseError } from '../../src/platform/http/problems/http.errors';
import { listen, reportFailedStart } from '../../src/platform/http/server/listen';
import { JsonLogger } from '../../src/platform/logging/json-logger';
import { Gate, Switches, TinyModule } from './http-platform.module';
import { CONFIG, startServer, type TestServer } from './http-platform.server';

const gateOf = (server: TestServer) => server.app.get(Gate, { strict: false });

/** Everything that comes over a socket until it ends. */
function received(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.on('error', (error) => (text += error.message));
    socket.on('close', () => resolve(text));
  });
}

const HEAD = 'Host: localhost\r\nAuthorization: Bearer token-of-office\r\n';

describe('stopping', () => {
  it('lets a running request finish before anything else is let go of', async () => {
    const server = await startServer();
    const entered = gateOf(server).whenEntered();
    const running = server.send('/api/v1/faults/slow');
    await entered;
    const stopped = server.app.close();
    gateOf(server).open();
    const answer = await running;
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({ isDestroyed: false });
    expect(answer.headers.get('connection')).toBe('close');
    await stopped;
    expect(server.app.get(Switches, { strict: false }).isDestroyed).toBe(true);
    await expect(fetch(`${server.url}/health/live`)).rejects.toThrow();
  });

  it('closes connections that only wait', async () => {
    const server = await startServer();
    const socket = connect(server.port, '127.0.0.1');
    const all = received(socket);
    socket.write(`GET /health/live HTTP/1.1\r\n${HEAD}\r\n`);
    await new Promise((resolve) => socket.once('data', resolve));
    await server.app.close();
    expect(await all).toContain('{"status":"live"}');
  });

  it('answers 503 to a request that arrives meanwhile over an old connection', async () => {
    const server = await startServer();
    const socket = connect(server.port, '127.0.0.1');
    const all = received(socket);
    const half = new Promise((resolve) => server.app.getHttpServer().once('connection', resolve));
    socket.write('GET /health/live HTTP/1.1\r\nHost: loc');
    await half;
    const entered = gateOf(server).whenEntered();
    const running = server.send('/api/v1/faults/slow');
    await entered;
    const stopped = server.app.close();
    socket.write('alhost\r\n\r\n');
    const answer = await all;
    gateOf(server).open();
    expect((await running).status).toBe(200);
    await stopped;
    expect(answer).toMatch(/^HTTP\/1.1 503 /);
    expect(answer).toContain('HTTP.STOPPING');
  });

  it('cuts off what runs longer than a stop may take', async () => {
    const server = await startServer({ ...CONFIG, shutdownTimeoutMs: 20 });
    const entered = gateOf(server).whenEntered();
    const cut = expect(server.send('/api/v1/faults/slow')).rejects.toThrow();
    await entered;
    await server.app.close();
    await cut;
    gateOf(server).open();
    expect(server.log.join('')).toContain('requests were cut off');
  });

  it('may be asked for twice, and before listening', async () => {
    const app = await createHttpApp(TinyModule, CONFIG, new JsonLogger('silent'));
    await app.close();
    const server = await startServer();
    await Promise.all([server.app.close(), server.app.close()]);
  });
});

describe('a port in use', () => {
  it('is a clear error, lets go of everything and ends with the exit code 1', async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
    const { port } = holder.address() as AddressInfo;
    const lines: string[] = [];
    const logger = new JsonLogger('fatal', { write: (line) => void lines.push(line) });
    const app = await createHttpApp(TinyModule, CONFIG, logger);
    const failure = await listen(app, { http: { ...CONFIG.http, port } }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(PortInUseError);
    expect(failure).toMatchObject({ code: 'HTTP.PORT_IN_USE', message: expect.stringContaining('set PORT') });
    expect(app.get(Switches, { strict: false }).isDestroyed).toBe(true);
    const before = process.exitCode;
    reportFailedStart(failure, logger);
    expect(process.exitCode).toBe(1);
    process.exitCode = before;
    expect(lines.join('')).toContain(`Port ${port} on 127.0.0.1 is in use`);
    await new Promise((resolve) => holder.close(resolve));
  });
});
