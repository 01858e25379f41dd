import { isObject, type JsonObject } from './to-openapi-31';

/** The schemas that the body of an operation may have, by the `type` of the command; undefined for any other body. */
export function discriminated({ requestBody }: JsonObject): JsonObject | undefined {
  const schema = inner(inner(inner(requestBody, 'content'), 'application/json'), 'schema');
  return inner(inner(schema, 'discriminator'), 'mapping');
}

function inner(node: unknown, key: string): JsonObject | undefined {
  const value = isObject(node) ? node[key] : undefined;
  return isObject(value) ? value : undefined;
}
