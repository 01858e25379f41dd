import { request } from 'node:http';
import { CAMPAIGN_ID } from './http-platform.module';
import { startServer, type Answer, type TestServer } from './http-platform.server';

const fields = (answer: Answer) => (answer.json.errors as { field: string; code: string }[]).map(({ field }) => field);

describe('what is not done is answered by a problem', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.app.close());

  it('has the members of RFC 9457, a code, and the language that was asked for', async () => {
    const vi = await server.send('/nowhere?q=secret');
    expect(vi.headers.get('content-type')).toContain('application/problem+json');
    expect(vi.json).toEqual({
      type: 'urn:thidua:problem:HTTP.ROUTE_NOT_FOUND',
      title: 'Không có địa chỉ này',
      status: 404,
      detail: 'Xem các địa chỉ tại /api/docs.',
      instance: '/nowhere',
      code: 'HTTP.ROUTE_NOT_FOUND',
    });
    const en = await server.send('/nowhere', { headers: { 'accept-language': 'en-GB,vi;q=0.5' } });
    expect(en.json.title).toBe('There is no such address');
    expect(en.headers.get('content-language')).toBe('en');
  });

  it('names every field of a bad body, nested ones by their path', async () => {
    const answer = await server.send('/api/v1/campaigns', {
      body: {
        name: 'x'.repeat(21),
        startsOn: '2023-02-29',
        endsOn: null,
        target: 453.4,
        money: '1.000',
        kind: 'other',
        rounds: 6,
        isJoint: 'true',
        issuerIds: ['no-id'],
        parts: [{ name: 'Đợt 1', startsOn: '2024-01-19' }, { startsOn: '19/01/2024', extra: 1 }, 7],
        signer: { title: 'a\u0000b', personId: null },
        unknown: 1,
      },
    });
    expect(answer.status).toBe(400);
    expect(answer.json.code).toBe('HTTP.INVALID_REQUEST');
    expect(fields(answer).sort()).toEqual(
      [
        'name',
        'startsOn',
        'target',
        'money',
        'kind',
        'rounds',
        'isJoint',
        'issuerIds[0]',
        'parts[1].name',
        'parts[1].startsOn',
        'parts[1].extra',
        'parts[2]',
        'signer.title',
        'unknown',
      ].sort(),
    );
  });

  it.each([
    ['a list', '[]'],
    ['a text', '"x"'],
    ['a number', '7'],
  ])('takes no %s for a body', async (_, rawBody) => {
    const answer = await server.send('/api/v1/campaigns', { rawBody });
    expect(answer.status).toBe(400);
    expect(fields(answer)).toEqual(['body']);
  });

  it('names what is missing when there is no body at all', async () => {
    const answer = await server.send('/api/v1/campaigns', { method: 'POST' });
    expect(answer.status).toBe(400);
    expect(fields(answer)).toContain('name');
  });

  it.each([
    ['cut off', '{"name":'],
    ['empty', ''],
    ['with a prototype in it', '{"__proto__":{"isAdmin":true}}'],
    ['nested without end', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ])('answers 400 to JSON that is %s', async (_, rawBody) => {
    const answer = await server.send('/api/v1/campaigns', { rawBody, method: 'POST' });
    expect(answer.status).toBe(400);
    expect(answer.json.code).toBe('HTTP.MALFORMED_JSON');
  });

  it('answers 400 to broken UTF-8 instead of storing signs of replacement', async () => {
    const rawBody = Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]);
    const answer = await server.send('/api/v1/campaigns', { rawBody });
    expect(answer.status).toBe(400);
    expect(answer.json.code).toBe('HTTP.BROKEN_UTF8');
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'nonsense'])(
    'answers 415 to %s',
    async (type) => {
      const answer = await server.send('/api/v1/campaigns', { rawBody: 'name=x', headers: { 'content-type': type } });
      expect(answer.status).toBe(415);
      expect(answer.json.code).toBe('HTTP.UNSUPPORTED_MEDIA_TYPE');
    },
  );

  it('answers 400 to an id that is none and 404 to one that nobody has', async () => {
    const none = await server.send('/api/v1/campaigns/7/commands');
    expect([none.status, fields(none)]).toEqual([400, ['id']]);
    const unknown = await server.send(`/api/v1/campaigns/${CAMPAIGN_ID.replace('0', '1')}/commands`);
    expect([unknown.status, unknown.json.code]).toEqual([404, 'PLATFORM.NOT_FOUND']);
  });

  it.each([
    ['/api/v1/%E0%A4%A', 400, 'HTTP.BAD_REQUEST'],
    [`/api/v1/campaigns/${'x'.repeat(200)}/commands`, 414, 'HTTP.ADDRESS_TOO_LONG'],
  ])('answers what the router itself turns away: %s', async (path, status, code) => {
    const answer = await server.send(path);
    expect([answer.status, answer.json.code]).toEqual([status, code]);
    expect(answer.headers.get('x-correlation-id')).toBeTruthy();
  });

  it('tells a fault by an id that is in the log, and nothing of its text', async () => {
    const answer = await server.send('/api/v1/faults/bug');
    expect(answer.status).toBe(500);
    expect(answer.json.code).toBe('PLATFORM.FAULT');
    expect(answer.text).not.toContain('SECRET');
    const line = server.log.find((entry) => entry.includes(String(answer.json.errorId)));
    expect(line).toContain('SECRET of the inside');
    expect(line).toContain(String(answer.headers.get('x-correlation-id')));
  });

  it('answers 503 when the database is out of reach, without naming its file', async () => {
    const answer = await server.send('/api/v1/faults/database');
    expect([answer.status, answer.json.code]).toEqual([503, 'PERSISTENCE.OUT_OF_REACH']);
    expect(answer.text).not.toContain('SECRET');
  });

  it('returns the correlation id of the caller, or a fresh one instead of what has no such form', async () => {
    const kept = await server.send('/health/live', { headers: { 'x-correlation-id': 'le-chan.2024_01' } });
    expect(kept.headers.get('x-correlation-id')).toBe('le-chan.2024_01');
    const replaced = await server.send('/health/live', { headers: { 'x-correlation-id': 'a b' } });
    expect(replaced.headers.get('x-correlation-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('answers what is no HTTP with a problem as well', async () => {
    const answer = await new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
      const sent = request({ port: server.port, host: '127.0.0.1', headers: { 'x-long': 'x'.repeat(20_000) } });
      sent.on('error', reject);
      sent.on('response', (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => resolve({ status: response.statusCode, text }));
      });
      sent.end();
    });
    expect(answer.status).toBe(431);
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'HTTP.HEADERS_TOO_LARGE' });
  });

  it('tells browsers not to guess, not to refer, not to run and not to keep anything', async () => {
    const { headers } = await server.send('/api/v1/campaigns');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-powered-by')).toBeNull();
  });
});

describe('the log of requests', () => {
  it('has a line for each with route, status and actor, and never a body, a token or a query', async () => {
    const server = await startServer();
    await server.send('/api/v1/campaigns?limit=1&kind=SECRET-QUERY');
    await server.send('/api/v1/campaigns', { body: { name: 'SECRET-BODY' }, headers: { 'x-correlation-id': 'one' } });
    await server.app.close();
    const all = server.log.join('');
    expect(all).not.toMatch(/SECRET|token-of/);
    const lines = server.log.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.find(({ correlationId }) => correlationId === 'one')).toMatchObject({
      msg: 'request',
      method: 'POST',
      route: '/api/v1/campaigns',
      status: 400,
      ms: expect.any(Number),
      actorId: 'office',
      code: 'HTTP.INVALID_REQUEST',
    });
  });
});
