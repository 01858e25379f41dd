import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { allWorkflows } from '../../workflows/all';
import { useTemporaryDirectory } from '../support/temporary-directory';
import { AppProcess, endProcesses } from './app-process';
import { ask } from './requests';

type Json = Record<string, unknown>;

/** One operation of the document. */
interface Operation {
  readonly path: string;
  readonly method: string;
  readonly it: Json;
}

const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((node, key) => (node as Json | undefined)?.[key], value);

describe('the description of the whole API', () => {
  const directory = useTemporaryDirectory();
  let url: string;
  let document: Json;
  let operations: readonly Operation[];

  beforeAll(async () => {
    url = await new AppProcess({ directory: directory(), args: ['serve'] }).ready();
    document = (await ask(`${url}/api/openapi.json`)).json;
    operations = Object.entries(document.paths as Record<string, Record<string, Json>>).flatMap(([path, item]) =>
      Object.entries(item).map(([method, it]) => ({ path, method, it })),
    );
  });
  afterAll(endProcesses);

  it('is valid OpenAPI 3.1 by a validator, references included', () => {
    const file = join(directory(), 'openapi.json');
    writeFileSync(file, JSON.stringify(document));
    // The validator is an ES module, which this test runner cannot load: its own command line is run instead.
    const main = require.resolve('@seriousme/openapi-schema-validator');
    const output = execFileSync(process.execPath, [join(dirname(main), 'bin', 'validate-api-cli.js'), file]);
    expect(JSON.parse(output.toString())).toEqual({ valid: true });
    expect(document.openapi).toBe('3.1.0');
  });

  it.each(allWorkflows)('tells every command of $id with an example, its permissions and every refusal', (workflow) => {
    const { commands } = workflow.definition.labels;
    const sentByUsers = Object.keys(commands).filter((type) => isForUsers(workflow, type));
    const routes = operations.filter(({ path, method }) => method === 'post' && path.endsWith('/commands'));
    const bodies = routes.map(({ it }) => at(it, 'requestBody', 'content', 'application/json'));
    const opening = workflow.definition.config.opening.command;
    for (const type of sentByUsers.filter((each) => each !== opening)) {
      const body = bodies.find((each) => at(each, 'schema', 'discriminator', 'mapping', type) !== undefined);
      const reference = String(at(body, 'schema', 'discriminator', 'mapping', type));
      expect([type, reference]).toEqual([type, expect.stringMatching(/^#\/components\/schemas\/\w+$/)]);
      expect(at(body, 'examples', type, 'value')).toMatchObject({ type });
      const schema = at(document, 'components', 'schemas', reference.split('/').at(-1) ?? '');
      const description = String(at(schema, 'description'));
      for (const word of [commands[type]?.vi, ...refusalsOf(workflow, type)]) expect(description).toContain(word);
    }
  });

  it('says of every route who may use it, and answers nobody on those that are not public', async () => {
    const guarded = operations.filter(({ path }) => path.startsWith('/api/v1/'));
    expect(guarded.length).toBeGreaterThan(50);
    for (const { path, method, it } of guarded) {
      expect([path, method, it.security]).toEqual([path, method, [{ bearer: [] }]]);
      const address = `${url}${path.replaceAll(/\{\w+\}/g, '018d1e5a-2f00-7c3b-9f6e-0a1b2c3d4e5f')}`;
      const { status } = await fetch(address, { method: method.toUpperCase() });
      expect([path, method, status]).toEqual([path, method, 401]);
    }
  });

  it('can be browsed', async () => {
    const page = await ask(`${url}/api/docs`);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')]);
  });
});

type Workflow = (typeof allWorkflows)[number];

const waysOf = (workflow: Workflow, command: string) =>
  workflow.transitions.all().filter((way) => way.command === command);

/** Commands that only the system sends have no place in a description for others. */
function isForUsers(workflow: Workflow, command: string): boolean {
  return waysOf(workflow, command).some(({ permissions }) => permissions.some((each) => each !== 'system'));
}

function refusalsOf(workflow: Workflow, command: string): readonly string[] {
  const guards = waysOf(workflow, command).flatMap((way) => way.guards);
  return [...new Set(guards)].map((guard) => workflow.definition.refusals[guard]?.code ?? guard);
}
