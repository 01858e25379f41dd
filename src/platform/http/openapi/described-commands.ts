import type { OpenAPIObject } from '@nestjs/swagger';
import type { DescribedCommand } from '../../runner/command-catalogue';
import { COMMAND_EXTENSION } from '../commands/command-extension';
import { commandSchemaName } from '../commands/command-models';
import { refusalResponse, wordsOf } from './command-words';
import { discriminated } from './discriminated';
import { isObject, type JsonObject } from './to-openapi-31';

type Commands = ReadonlyMap<string, DescribedCommand>;

/** Says of every command what it is called, who may send it and every reason that may refuse it. */
export function withCommands(document: OpenAPIObject, commands: Commands): OpenAPIObject {
  const schemas = { ...document.components?.schemas } as JsonObject;
  for (const command of commands.values()) {
    const name = commandSchemaName(command.type);
    const schema = schemas[name];
    if (isObject(schema)) schemas[name] = { ...schema, ...wordsOf(command) };
  }
  const paths = Object.fromEntries(
    Object.entries(document.paths).map(([path, item]) => [path, withOperation(item as JsonObject, commands)]),
  );
  return { ...document, paths, components: { ...document.components, schemas } } as OpenAPIObject;
}

function withOperation(item: JsonObject, commands: Commands): JsonObject {
  const { post } = item;
  if (!isObject(post)) return item;
  const opening = commands.get(String(post[COMMAND_EXTENSION]));
  if (opening) return { ...item, post: opened(post, opening) };
  const types = Object.keys(discriminated(post) ?? {});
  const sent = types.flatMap((type) => commands.get(type) ?? []);
  return sent.length === 0 ? item : { ...item, post: withRefusals(post, sent) };
}

function opened(operation: JsonObject, command: DescribedCommand): JsonObject {
  const { description, ...words } = wordsOf(command);
  const more = typeof operation.description === 'string' ? `${operation.description}\n\n` : '';
  const summary =
    typeof operation.summary === 'string' && operation.summary !== '' ? operation.summary : command.label.en;
  return withRefusals({ ...operation, summary, description: `${more}${description}`, ...words }, [command]);
}

function withRefusals(operation: JsonObject, commands: readonly DescribedCommand[]): JsonObject {
  const responses = isObject(operation.responses) ? operation.responses : {};
  return { ...operation, responses: { ...responses, '409': refusalResponse(commands) } };
}
