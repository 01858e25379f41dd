import { Controller, Get, Module } from '@nestjs/common';
import { RouteWithoutAccessError } from '../../src/platform/auth/auth.errors';
import { TokenDirectory } from '../../src/platform/auth/token-directory.port';
import { createHttpApp } from '../../src/platform/http/create-http-app';
import { JsonLogger } from '../../src/platform/logging/json-logger';
import { CAMPAIGN_ID } from './http-platform.module';
import { CONFIG, startServer, type TestServer } from './http-platform.server';

describe('who may use a route', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.app.close());

  it.each([
    ['no token', {}],
    ['a token that nobody holds', { authorization: 'Bearer unknown' }],
    ['another scheme', { authorization: 'Basic dG9rZW4tb2Ytb2ZmaWNl' }],
    ['a token of impossible form', { authorization: `Bearer ${'x'.repeat(600)}` }],
  ])('answers 401 to %s', async (_, headers: Record<string, string>) => {
    const answer = await server.send('/api/v1/campaigns', { token: null, headers });
    expect(answer.status).toBe(401);
    expect(answer.json.code).toBe('AUTH.UNAUTHENTICATED');
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });

  it('answers 403 and names the permissions when no seat holds one', async () => {
    const answer = await server.send('/api/v1/campaigns', { token: 'token-of-officer', body: {} });
    expect(answer.status).toBe(403);
    expect(answer.json).toMatchObject({ code: 'AUTH.FORBIDDEN', permissions: ['campaign.prepare'] });
  });

  it('refuses somebody without any seat where any seat would do', async () => {
    expect((await server.send('/api/v1/campaigns', { token: 'token-of-nobody' })).status).toBe(403);
    expect((await server.send('/api/v1/campaigns', { token: 'token-of-officer' })).status).toBe(200);
  });

  it('asks before it looks at the body', async () => {
    const answer = await server.send('/api/v1/campaigns', { token: null, body: { nonsense: true } });
    expect(answer.status).toBe(401);
  });

  it('needs no token on a public route', async () => {
    expect((await server.send('/health/live', { token: null })).json).toEqual({ status: 'live' });
  });

  it('answers 403 to a command that the seat may send to the route but not on this transition', async () => {
    const answer = await server.send(`/api/v1/campaigns/${CAMPAIGN_ID}/commands`, {
      body: { type: 'campaign.launch' },
    });
    expect(answer.status).toBe(403);
    expect(answer.json.permissions).toEqual(['campaign.direct']);
  });
});

describe('a route that does not say who may use it', () => {
  @Controller('open')
  class OpenController {
    @Get('door')
    door(): string {
      return 'in';
    }
  }

  @Module({
    controllers: [OpenController],
    providers: [{ provide: TokenDirectory, useValue: { actorOf: async () => null } }],
  })
  class OpenModule {}

  it('keeps the application from starting and is named', async () => {
    const starting = createHttpApp(OpenModule, CONFIG, new JsonLogger('silent'));
    await expect(starting).rejects.toThrow(RouteWithoutAccessError);
    await expect(starting).rejects.toThrow('OpenController.door (GET)');
  });
});
