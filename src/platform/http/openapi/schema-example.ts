import { isObject, type JsonObject } from './to-openapi-31';

/** Each list and each object takes two or three steps: deeper than any request, and an end where schemas name each other. */
const MAX_DEPTH = 32;

const REFERENCE = '#/components/schemas/';

/**
 * A value that fits a schema, made of the examples written beside its fields. `schemas` are the description's
 * components. Optional fields are left out unless they have an example.
 */
export function exampleOf(schema: unknown, schemas: JsonObject, depth = 0): unknown {
  if (!isObject(schema) || depth > MAX_DEPTH) return {};
  const { $ref } = schema;
  if (typeof $ref === 'string') return exampleOf(schemas[$ref.slice(REFERENCE.length)], schemas, depth + 1);
  const given = givenExample(schema);
  if (given !== undefined) return given;
  const [part] = ['allOf', 'oneOf', 'anyOf'].flatMap((key) =>
    Array.isArray(schema[key]) ? (schema[key] as unknown[]) : [],
  );
  if (part !== undefined) return exampleOf(part, schemas, depth + 1);
  return exampleOfType(schema, schemas, depth);
}

function givenExample({ examples, const: only, default: preset, enum: words }: JsonObject): unknown {
  return (
    (Array.isArray(examples) ? examples[0] : undefined) ??
    only ??
    preset ??
    (Array.isArray(words) ? words[0] : undefined)
  );
}

function exampleOfType(schema: JsonObject, schemas: JsonObject, depth: number): unknown {
  const type: unknown = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  switch (type) {
    case 'object':
      return exampleObject(schema, schemas, depth);
    case 'array':
      return [exampleOf(schema.items, schemas, depth + 1)];
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    default:
      return 'chữ'.padEnd(typeof schema.minLength === 'number' ? schema.minLength : 0, '.');
  }
}

function exampleObject({ properties, required }: JsonObject, schemas: JsonObject, depth: number): JsonObject {
  const needed: readonly unknown[] = Array.isArray(required) ? required : [];
  const shown = Object.entries(isObject(properties) ? properties : {}).filter(
    ([name, property]) => needed.includes(name) || (isObject(property) && 'examples' in property),
  );
  return Object.fromEntries(shown.map(([name, property]) => [name, exampleOf(property, schemas, depth + 1)]));
}
