import { exampleOf } from './schema-example';
import { isObject, type JsonObject } from './to-openapi-31';

/** Adds an example of each command to every body whose schemas are told apart by `type`. */
export function withCommandExamples<Node>(node: Node, schemas: JsonObject): Node {
  return walked(node, schemas) as Node;
}

function walked(node: unknown, schemas: JsonObject): unknown {
  if (Array.isArray(node)) return node.map((item) => walked(item, schemas));
  if (!isObject(node)) return node;
  const entries = Object.entries(node).map(([key, value]) => [key, walked(value, schemas)] as const);
  const mapping = commandsOf(node.schema);
  return Object.fromEntries(mapping ? [...entries, ['examples', examplesOf(mapping, schemas)] as const] : entries);
}

function commandsOf(schema: unknown): JsonObject | undefined {
  if (!isObject(schema) || !isObject(schema.discriminator)) return undefined;
  const { mapping } = schema.discriminator;
  return isObject(mapping) ? mapping : undefined;
}

function examplesOf(mapping: JsonObject, schemas: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(mapping).map(([type, $ref]) => [type, { value: exampleOf({ $ref }, schemas) }]),
  );
}
