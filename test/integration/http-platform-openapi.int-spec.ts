import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { campaignCommands } from './http-platform.module';
import { startServer, type TestServer } from './http-platform.server';

type Json = Record<string, unknown>;

const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((node, key) => (node as Json | undefined)?.[key], value);

describe('the description of the API', () => {
  let server: TestServer;
  let document: Json;
  beforeAll(async () => {
    server = await startServer();
    document = (await server.send('/api/openapi.json', { token: null })).json;
  });
  afterAll(() => server.app.close());

  it('is valid OpenAPI 3.1 by a validator, references included', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'thidua-openapi-')), 'openapi.json');
    writeFileSync(file, JSON.stringify(document));
    // The validator is an ES module, which this test runner cannot load: its own command line is run instead.
    const main = require.resolve('@seriousme/openapi-schema-validator');
    const output = execFileSync(process.execPath, [join(dirname(main), 'bin', 'validate-api-cli.js'), file]);
    expect(JSON.parse(output.toString())).toEqual({ valid: true });
    expect(document.openapi).toBe('3.1.0');
  });

  it('has nothing of OpenAPI 3.0 in its schemas', () => {
    const schemas = JSON.stringify([at(document, 'components', 'schemas'), document.paths]);
    expect(schemas).not.toContain('"nullable"');
    expect(schemas).not.toContain('"example":');
    expect(at(document, 'components', 'schemas', 'PlanRequest', 'properties', 'endsOn', 'type')).toEqual([
      'string',
      'null',
    ]);
    expect(at(document, 'components', 'schemas', 'PlanRequest', 'properties', 'signer', 'anyOf')).toContainEqual({
      type: 'null',
    });
  });

  it('carries the version of the package', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as Json;
    expect(at(document, 'info', 'version')).toBe(version);
  });

  it('has one schema for each command, told apart by type, with its refusals and permissions', () => {
    const body = at(
      document,
      'paths',
      '/api/v1/campaigns/{id}/commands',
      'post',
      'requestBody',
      'content',
      'application/json',
    );
    expect(at(body, 'schema', 'oneOf')).toHaveLength(3);
    expect(at(body, 'schema', 'discriminator')).toEqual({
      propertyName: 'type',
      mapping: {
        'campaign.launch': '#/components/schemas/CampaignLaunchCommand',
        'campaign.cancel': '#/components/schemas/CampaignCancelCommand',
        'campaign.openRegistration': '#/components/schemas/CampaignOpenRegistrationCommand',
      },
    });
    const description = String(at(document, 'components', 'schemas', 'CampaignCancelCommand', 'description'));
    for (const word of ['Hủy phong trào', 'campaign.direct', 'CAMPAIGN.REASON_MISSING', 'CAMPAIGN.AWARDS_DECIDED']) {
      expect(description).toContain(word);
    }
  });

  it('gives an example of each command that the server takes', () => {
    const examples = at(
      document,
      ...['paths', '/api/v1/campaigns/{id}/commands', 'post', 'requestBody', 'content', 'application/json', 'examples'],
    ) as Record<string, { value: unknown }>;
    expect(Object.keys(examples)).toEqual(Object.keys(campaignCommands.inputs));
    for (const [type, { value }] of Object.entries(examples)) {
      expect(campaignCommands.pipe.transform(value, { type: 'body' })).toMatchObject({ type });
    }
  });

  it('describes the headers that are read, who may use a route, and the problem that any route may answer', () => {
    const route = at(document, 'paths', '/api/v1/campaigns/{id}/commands', 'post');
    expect((at(route, 'parameters') as { name: string }[]).map(({ name }) => name).sort()).toEqual([
      'Idempotency-Key',
      'If-Match',
      'id',
    ]);
    expect(at(route, 'x-permissions')).toEqual(['campaign.run', 'campaign.direct']);
    expect(at(route, 'security')).toEqual([{ bearer: [] }]);
    expect(at(document, 'paths', '/health/live', 'get', 'security')).toBeUndefined();
    for (const item of Object.values(document.paths as Record<string, Record<string, Json>>)) {
      for (const operation of Object.values(item)) {
        expect(at(operation, 'responses', 'default')).toEqual({ $ref: '#/components/responses/Problem' });
      }
    }
  });

  it('can be browsed without a file from outside', async () => {
    const page = await server.send('/api/docs', { token: null });
    expect(page.status).toBe(200);
    const sources = [...page.text.matchAll(/(?:src|href)=["']([^"']+)["']/g)].map(([, source]) => source ?? '');
    expect(sources.length).toBeGreaterThan(3);
    for (const source of sources) {
      expect(source).not.toMatch(/^(https?:)?\/\//);
      const path = new URL(source, `${server.url}/api/docs`).pathname;
      expect([path, (await server.send(path, { token: null })).status]).toEqual([path, 200]);
    }
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    const script = await server.send('/api/docs/swagger-ui-init.js', { token: null });
    expect(script.text).toContain('"validatorUrl": null');
    expect((await server.send('/api/docs/nothing.js', { token: null })).status).toBe(404);
  });
});
