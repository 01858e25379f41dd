/**
 * JSON text with one form per value (RFC 8785): keys in code-unit order, no white space, numbers and strings as ECMAScript
 * writes them. Members that are undefined are left out, as JSON does. Throws a TypeError on what JSON cannot hold (undefined
 * alone or in a list, functions, bigint, NaN, infinities, instances of classes), so that nothing vanishes from a hash unseen.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(',')}]`;
  if (isPlain(value)) return `{${members(value).join(',')}}`;
  throw new TypeError(`Canonical JSON cannot hold ${typeof value === 'number' ? String(value) : typeof value}`);
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

function members(value: object): string[] {
  return Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
}
