/** Deeper JSON is refused: what comes after walks it by recursion. No request of ours comes near. */
export const MAX_JSON_DEPTH = 32;

/** An object of more members is refused: each unknown one is looked for, and told, by itself. */
export const MAX_JSON_MEMBERS = 200;

/** True for JSON that is nested deeper, or has an object of more members, than any request. */
export function isBeyondLimits(value: unknown, levels = MAX_JSON_DEPTH): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const members: readonly unknown[] = Object.values(value);
  if (levels === 0 || (!Array.isArray(value) && members.length > MAX_JSON_MEMBERS)) return true;
  return members.some((member) => isBeyondLimits(member, levels - 1));
}

/**
 * True when an object of this text, which must be well-formed JSON, names a member twice. Parsers keep one of the two in
 * silence, and not all the same one: what somebody has seen and signed must be what is done.
 */
export function repeatsAMember(json: string): boolean {
  const open: (Set<string> | undefined)[] = [];
  for (let at = 0; at < json.length; at += 1) {
    const sign = json[at];
    if (sign === '{') open.push(new Set());
    else if (sign === '[') open.push(undefined);
    else if (sign === '}' || sign === ']') open.pop();
    else if (sign === '"') {
      const end = endOfText(json, at);
      if (isFollowedByColon(json, end)) {
        const name = JSON.parse(json.slice(at, end)) as string;
        const members = open.at(-1);
        if (members?.has(name)) return true;
        members?.add(name);
      }
      at = end - 1;
    }
  }
  return false;
}

/** The place after the quotation mark that ends the text which begins here. */
function endOfText(json: string, start: number): number {
  for (let at = start + 1; at < json.length; at += 1) {
    if (json[at] === '\\') at += 1;
    else if (json[at] === '"') return at + 1;
  }
  return json.length;
}

/** Of all texts only the names of members are. */
function isFollowedByColon(json: string, at: number): boolean {
  let next = at;
  while (/\s/.test(json[next] ?? '')) next += 1;
  return json[next] === ':';
}
