import type { OpenAPIObject } from '@nestjs/swagger';
import { COMMAND_EXTENSION } from '../commands/command-extension';
import { discriminated } from './discriminated';
import { exampleOf } from './schema-example';
import { isObject, type JsonObject } from './to-openapi-31';

/** Adds an example to every body that can be sent, one for each command where `type` tells schemas apart. */
export function withBodyExamples(document: OpenAPIObject): OpenAPIObject {
  const schemas: JsonObject = { ...document.components?.schemas };
  const paths = Object.entries(document.paths).map(([path, item]) => {
    const operations = Object.entries(item as JsonObject).map(([method, operation]) => [
      method,
      isObject(operation) ? withExamples(operation, schemas) : operation,
    ]);
    return [path, Object.fromEntries(operations) as OpenAPIObject['paths'][string]] as const;
  });
  return { ...document, paths: Object.fromEntries(paths) };
}

function withExamples(operation: JsonObject, schemas: JsonObject): JsonObject {
  const { requestBody } = operation;
  if (!isObject(requestBody) || !isObject(requestBody.content)) return operation;
  const content = mapped(requestBody.content, (media) => {
    if (!isObject(media)) return media;
    const commands = discriminated(operation);
    const bodies = commands ? mapped(commands, ($ref) => ({ $ref })) : { [nameOf(operation)]: media.schema };
    return { ...media, examples: mapped(bodies, (schema) => ({ value: exampleOf(schema, schemas) })) };
  });
  return { ...operation, requestBody: { ...requestBody, content } };
}

/** What the example of a body is called: after the command that it opens something with. */
function nameOf({ [COMMAND_EXTENSION]: type }: JsonObject): string {
  return typeof type === 'string' ? type : 'body';
}

function mapped(map: JsonObject, change: (value: unknown) => unknown): JsonObject {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}
