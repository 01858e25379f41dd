/**
 * JSON text with one form per value (RFC 8785): keys in code-unit order, no white space, numbers and strings as ECMAScript
 * writes them. Members that are undefined are left out, as JSON does. Throws a TypeError on what JSON cannot hold (undefined
 * alone or in a list, functions, bigint, NaN, infinities, instances of classes), so that nothing vanishes from a hash unseen.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return JSON.stringify(value);
    case 'number':
      if (Number.isFinite(value)) return JSON.stringify(value);
      break;
    default:
      if (value === null) return 'null';
      if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(',')}]`;
      if (isPlain(value)) return `{${membersOf(value)}}`;
  }
  throw new TypeError(`Canonical JSON cannot hold ${typeof value === 'number' ? String(value) : typeof value}`);
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

// Every event and every state goes through here: one text that grows is twice as fast as lists of entries and parts.
function membersOf(value: Readonly<Record<string, unknown>>): string {
  let text = '';
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    if (member === undefined) continue;
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(member)}`;
  }
  return text;
}
