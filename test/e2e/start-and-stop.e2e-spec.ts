import { createServer, type AddressInfo } from 'node:net';
import { request } from 'node:http';
import { useTemporaryDirectory } from '../support/temporary-directory';
import { eventually } from '../support/eventually';
import { AppProcess, endProcesses, thidua } from './app-process';
import { plan } from './plan';
import { ask, tokenOf } from './requests';

describe('a process', () => {
  const directory = useTemporaryDirectory();
  afterEach(endProcesses);

  it('fills an empty database, is ready, and tells how long that took', async () => {
    const begin = performance.now();
    const app = new AppProcess({ directory: directory(), args: ['serve', '--demo'] });
    const url = await app.ready();
    const milliseconds = Math.round(performance.now() - begin);
    process.stdout.write(`ready with a new demonstration, from sources, after ${milliseconds} ms\n`);
    const { status, json } = await ask(`${url}/api/v1/me`, { token: tokenOf(directory(), 'van-phong') });
    expect([status, json.login]).toEqual([200, 'van-phong']);
    expect(await app.end('SIGTERM')).toMatchObject({ code: 0, signal: null });
  });

  it('finishes the request that runs when it is told to stop, then ends with 0, and what it did is there', async () => {
    const begin = performance.now();
    const app = new AppProcess({ directory: directory(), args: ['serve'] });
    const url = await app.ready();
    process.stdout.write(`ready on existing data, from sources, after ${Math.round(performance.now() - begin)} ms\n`);
    const token = tokenOf(directory(), 'van-phong');
    const me = await ask(`${url}/api/v1/me`, { token });
    const running = slowly(`${url}/api/v1/campaigns`, token, JSON.stringify(plan('DUNG-LAI', String(me.json.unitId))));
    await running.begun;
    const ended = app.end('SIGTERM');
    await eventually(() => expect(fetch(`${url}/health/live`)).rejects.toThrow());
    running.finish();
    const answer = await running.answer;
    expect(answer).toMatchObject({ status: 201, connection: 'close' });
    expect(await ended).toMatchObject({ code: 0, signal: null });
    expect(await thidua(directory(), 'verify')).toMatchObject({ code: 0 });
  });

  it('says that its port is in use, and ends with 1', async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
    const { port } = holder.address() as AddressInfo;
    const app = new AppProcess({ directory: directory(), args: ['serve'], env: { PORT: String(port) } });
    const { code, output } = await app.ended;
    expect(code).toBe(1);
    expect(output).toContain(`Port ${port} on 127.0.0.1 is in use: stop the program that holds it, or set PORT`);
    await new Promise((resolve) => holder.close(resolve));
  });

  it('does the background work beside an API on the same file, and stops alone', async () => {
    const app = new AppProcess({ directory: directory(), args: ['serve'] });
    const worker = new AppProcess({ directory: directory(), args: ['worker'] });
    const url = await app.ready();
    await worker.said(/(The background work has started)/);
    expect(await worker.end('SIGTERM')).toMatchObject({ code: 0, signal: null });
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    expect(await app.end('SIGINT')).toMatchObject({ code: 0, signal: null });
  });
});

/** A request whose head the server has taken, and whose body comes only when the test says so. */
function slowly(url: string, token: string, body: string) {
  const sent = request(url, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      // The server answers this when the request has reached it: no need to guess when that is.
      expect: '100-continue',
    },
  });
  const begun = new Promise((resolve) => sent.once('continue', resolve));
  const answer = new Promise<{ readonly status: number | undefined; readonly connection: string | undefined }>(
    (resolve, reject) => {
      sent.once('error', reject);
      sent.once('response', (response) => {
        response.resume();
        response.once('end', () => resolve({ status: response.statusCode, connection: response.headers.connection }));
      });
    },
  );
  sent.flushHeaders();
  return { begun, answer, finish: () => sent.end(body) };
}
