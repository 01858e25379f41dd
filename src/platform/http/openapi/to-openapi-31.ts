/** Any JSON object of a description. */
export type JsonObject = Record<string, unknown>;

const NESTED_LISTS = ['allOf', 'oneOf', 'anyOf'];
const NESTED_MAPS = ['properties', 'patternProperties'];
const NESTED = ['items', 'not', 'additionalProperties'];

/**
 * The description with every schema in the manner of OpenAPI 3.1, which is JSON Schema 2020-12: no `nullable`, and
 * `examples` instead of `example`. Nest writes schemas in the manner of 3.0, whatever version the document names.
 */
export function toOpenApi31<Node>(node: Node): Node {
  return walked(node) as Node;
}

function walked(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(walked);
  if (!isObject(node)) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      if (key === 'schema' && isObject(value)) return [key, schema31(value)];
      if (key === 'schemas' && isObject(value)) return [key, mapValues(value, nested)];
      // Values that users send, which may have keys of any name.
      if (key === 'example' || key === 'examples') return [key, value];
      return [key, walked(value)];
    }),
  );
}

function schema31({ nullable, example, ...schema }: JsonObject): JsonObject {
  const converted: JsonObject = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => {
      if (NESTED_LISTS.includes(key) && Array.isArray(value)) return [key, value.map(nested)];
      if (NESTED_MAPS.includes(key) && isObject(value)) return [key, mapValues(value, nested)];
      return [key, NESTED.includes(key) ? nested(value) : value];
    }),
  );
  const complete = example === undefined ? converted : { ...converted, examples: [example] };
  return nullable === true ? orNull(complete) : complete;
}

function orNull({ description, ...schema }: JsonObject): JsonObject {
  const described = description === undefined ? {} : { description };
  const { type, enum: words } = schema;
  if (typeof type === 'string' && !('allOf' in schema)) {
    return {
      ...described,
      ...schema,
      type: [type, 'null'],
      ...(Array.isArray(words) ? { enum: [...(words as unknown[]), null] } : {}),
    };
  }
  const { type: _, ...reference } = schema;
  return { ...described, anyOf: [reference, { type: 'null' }] };
}

function nested(value: unknown): unknown {
  return isObject(value) ? schema31(value) : value;
}

function mapValues(map: JsonObject, change: (value: unknown) => unknown): JsonObject {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}

/** True for a JSON object. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
