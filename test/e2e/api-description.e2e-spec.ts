import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Ajv from 'ajv/dist/2020';
import { PATH_METADATA } from '@nestjs/common/constants';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { validInput } from '../../src/platform/http/validation/valid-input';
import { describeCommands } from '../../src/platform/runner/command-catalogue';
import { CommandDispatcher } from '../../src/platform/runner/command-dispatcher';
import { RegistryHolder } from '../../src/platform/runner/registry-holder';
import { AccessApp } from '../factories/access-app';
import { useTemporaryDirectory } from '../support/temporary-directory';

type Json = Record<string, unknown>;

/** One operation of the document. */
interface Operation {
  readonly name: string;
  readonly path: string;
  readonly method: string;
  readonly it: Json;
}

/** A command as the document shows it: its words, the body to send and the answers of its route. */
interface Shown {
  readonly words: Json;
  readonly schema: Json;
  readonly example: Json;
  readonly input: unknown;
  readonly operation: Operation;
}

const PROBLEM = 'application/problem+json';

const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((node, key) => (node as Json | undefined)?.[key], value);

describe('the description of the whole API', () => {
  const directory = useTemporaryDirectory();
  let app: AccessApp;
  let document: Json;
  let operations: readonly Operation[];
  let shown: ReadonlyMap<string, Shown>;

  beforeAll(async () => {
    app = await AccessApp.open({ kind: 'sqlite', file: join(directory(), 'thidua.sqlite') });
    document = JSON.parse((await app.call('', 'GET', '/api/openapi.json')).text) as Json;
    operations = Object.entries(document.paths as Record<string, Record<string, Json>>).flatMap(([path, item]) =>
      Object.entries(item).map(([method, it]) => ({ name: `${method} ${path}`, path, method, it })),
    );
    shown = new Map(operations.flatMap((operation) => commandsOf(document, operation)));
  });
  afterAll(() => app.close());

  const commandShown = (type: string): Shown => {
    const found = shown.get(type);
    if (!found) throw new Error(`The description does not show ${type}`);
    return found;
  };

  it('is valid OpenAPI 3.1 by a validator, references included', () => {
    const file = join(directory(), 'openapi.json');
    writeFileSync(file, JSON.stringify(document));
    // The validator is an ES module, which this test runner cannot load: its own command line is run instead.
    const main = require.resolve('@seriousme/openapi-schema-validator');
    const output = execFileSync(process.execPath, [join(dirname(main), 'bin', 'validate-api-cli.js'), file]);
    expect(JSON.parse(output.toString())).toEqual({ valid: true });
    expect(document.openapi).toBe('3.1.0');
  });

  it('has every route of the application, and no other', () => {
    const controllers = [...app.app.get(ModulesContainer).values()].flatMap((module) => [
      ...module.controllers.values(),
    ]);
    const routes = controllers.flatMap(({ name, metatype }) =>
      routesOf(metatype as { readonly prototype: object }).map(
        (route) => `${String(name).replace(/Controller$/, '')}_${route}`,
      ),
    );
    expect(operations.map(({ it: { operationId } }) => operationId).sort()).toEqual(routes.sort());
  });

  it('says of every operation what it is, who may use it and what comes back', () => {
    for (const { name, it } of operations) {
      const answers = Object.entries(it.responses as Json).filter(([status]) => /^2\d\d$/.test(status));
      const bodies = answers.map(([, answer]) => Object.values((at(answer, 'content') ?? {}) as Json));
      expect([name, it.summary]).toEqual([name, expect.stringMatching(/\S/)]);
      expect([name, it['x-access']]).toEqual([name, expect.stringMatching(/^(permissions|anySeat|public)$/)]);
      expect([name, it.security]).toEqual([name, it['x-access'] === 'public' ? undefined : [{ bearer: [] }]]);
      expect([name, bodies.length > 0]).toEqual([name, true]);
      for (const body of bodies) {
        expect([name, body.length > 0]).toEqual([name, true]);
        for (const media of body) expect([name, at(media, 'schema')]).toEqual([name, expect.anything()]);
      }
    }
  });

  it('shows every command that a face can send, and none that the application does not know', () => {
    expect([...shown.keys()].sort()).toEqual([...app.get(CommandDispatcher).known().keys()].sort());
  });

  it('tells of every command its words in both languages, who may send it, every refusal and the answer', () => {
    const commands = describeCommands(app.get(CommandDispatcher).known(), app.get(RegistryHolder).workflows.all());
    for (const [type, { label, permissions, refusals }] of commands) {
      const { words, operation } = commandShown(type);
      expect([type, label.vi, label.en]).not.toEqual([type, type, type]);
      expect([type, words['x-label']]).toEqual([type, label]);
      const needed = permissions.length > 0 ? permissions : operation.it['x-permissions'];
      expect([type, words['x-permissions'] ?? operation.it['x-permissions']]).toEqual([type, needed]);
      const isForAnySeat = operation.it['x-access'] === 'anySeat';
      expect([type, isForAnySeat || needed]).toEqual([
        type,
        isForAnySeat || [expect.any(String), ...(needed as string[]).slice(1)],
      ]);
      expect([type, words['x-refusals']]).toEqual([type, refusals.map(({ code, message }) => ({ code, message }))]);
      const conflict = at(operation.it, 'responses', '409');
      for (const { code, message } of refusals) {
        expect(String(at(conflict, 'description'))).toContain(`\`${code}\`: ${message.vi} – ${message.en}`);
      }
      const [[code, example] = []] = Object.entries(at(conflict, 'content', PROBLEM, 'examples') as Json);
      expect([type, at(example, 'value')]).toEqual([type, expect.objectContaining({ status: 409, code })]);
    }
  });

  it('gives an example of every command that its own class and its own schema take', () => {
    const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
    ajv.addSchema({ $id: 'api', components: document.components });
    for (const [type, form] of app.get(CommandDispatcher).known()) {
      const { schema, example, input, operation } = commandShown(type);
      const validate = ajv.compile(withinApi(schema));
      expect([type, validate(example), validate.errors]).toEqual([type, true, null]);
      // What comes as a file, or stands for many commands, is not itself the input of the command.
      const isOther = operation.it['x-command'] === type && !String(schema.$ref).endsWith(`/${form.input.name}`);
      if (!isOther) expect([type, validInput(form.input, input)]).toEqual([type, expect.any(form.input)]);
    }
  });

  it('gives an example of every other body, which its schema takes', () => {
    const ajv = new Ajv({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: 'api', components: document.components });
    for (const { name, it } of operations.filter(({ it: each }) => each.requestBody !== undefined)) {
      const [media] = Object.values(at(it, 'requestBody', 'content') as Record<string, Json>);
      const examples = Object.values(media?.examples ?? {});
      expect([name, examples.length > 0]).toEqual([name, true]);
      const validate = ajv.compile(withinApi(media?.schema as Json));
      for (const { value } of examples as Json[]) expect([name, value, validate(value)]).toEqual([name, value, true]);
    }
  });

  it('answers nobody on routes that are not public', async () => {
    const guarded = operations.filter(({ path, it }) => path.startsWith('/api/v1/') && it['x-access'] !== 'public');
    expect((await app.call('', 'GET', '/api/v1/verifications/none')).status).toBe(404);
    expect(guarded.length).toBeGreaterThan(50);
    for (const { name, path, method } of guarded) {
      const address = path.replaceAll(/\{\w+\}/g, '018d1e5a-2f00-7c3b-9f6e-0a1b2c3d4e5f');
      const { status } = await app.call('', method.toUpperCase() as 'GET', address);
      expect([name, status]).toEqual([name, 401]);
    }
  });

  it('can be browsed', async () => {
    const page = await app.call('', 'GET', '/api/docs');
    expect([page.status, page.headers['content-type']]).toEqual([200, expect.stringContaining('text/html')]);
  });
});

/** The commands of an operation: the one that opens something, or those that its body tells apart by `type`. */
function commandsOf(document: Json, operation: Operation): (readonly [string, Shown])[] {
  const { it } = operation;
  const content = (at(it, 'requestBody', 'content') ?? {}) as Record<string, Json>;
  const [media] = Object.values(content);
  if (typeof it['x-command'] === 'string') {
    const example = at(media, 'examples', it['x-command'], 'value') as Json;
    return [[it['x-command'], { words: it, schema: media?.schema as Json, example, input: example, operation }]];
  }
  const mapping = (at(media, 'schema', 'discriminator', 'mapping') ?? {}) as Record<string, string>;
  return Object.entries(mapping).map(([type, $ref]) => {
    const words = at(document, 'components', 'schemas', $ref.split('/').at(-1) ?? '') as Json;
    const example = at(media, 'examples', type, 'value') as Json;
    return [type, { words, schema: { $ref }, example, input: example.input ?? {}, operation }];
  });
}

/** The same schema with its references to the document, whose parts the validator knows by the name `api`. */
function withinApi(schema: Json): Json {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"api#/components')) as Json;
}

/** The methods of a controller that answer a route. */
function routesOf({ prototype }: { readonly prototype: object }): readonly string[] {
  return new MetadataScanner()
    .getAllMethodNames(prototype)
    .filter((name) => Reflect.hasMetadata(PATH_METADATA, (prototype as Record<string, object>)[name] ?? {}));
}
