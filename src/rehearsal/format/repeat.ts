import { drawnFrom } from './drawn';
import { complain, type Reading } from './shape';
import { entryOf, type YamlMap, type YamlNode, type YamlScalar } from './yaml-node';

/** `01..15`: all numbers from the first to the last, as wide as the first is written. */
const RANGE = /^(\d{1,6})\.\.(\d{1,6})$/;

/** More would be a slip of the pen. */
const MOST = 20_000;

/** `$it`, `$it.code`, `$it.code?` where it may be missing, and the same in braces where letters follow: `${it}a`. */
const IT = /\$\{it(?:\.([A-Za-z0-9_-]+\??))?\}|\$it(?:\.([A-Za-z][A-Za-z0-9_]*\??))?(?![A-Za-z0-9_])/g;

/** One copy of the map for each member of its `for`, with `$it` replaced; the map itself when it has none. */
export function repeated(node: YamlNode, reading: Reading, key = 'for'): readonly YamlNode[] {
  if (node.kind !== 'map') return [node];
  const given = entryOf(node, key);
  if (!given) return [node];
  const rest = { ...node, entries: node.entries.filter((entry) => entry !== given) };
  return membersOf(given.value, reading).map((member) => substituted(rest, member, reading));
}

/**
 * Inside data, a map of `each` and `value` stands for a list: one value for each member. As a member of a list it stands
 * for that many members. A map of `drawn` stands for what is drawn from it.
 */
export function unrolled(node: YamlNode, reading: Reading): YamlNode {
  if (node.kind === 'scalar') return node;
  if (node.kind === 'list') {
    return { ...node, items: node.items.flatMap((item) => eachOf(item, reading) ?? [unrolled(item, reading)]) };
  }
  const items = eachOf(node, reading);
  if (items) return { kind: 'list', line: node.line, items };
  const drawn = drawnFrom(node, reading);
  if (drawn) return unrolled(drawn, reading);
  return { ...node, entries: node.entries.map((entry) => ({ ...entry, value: unrolled(entry.value, reading) })) };
}

function eachOf(node: YamlNode, reading: Reading): readonly YamlNode[] | undefined {
  if (node.kind !== 'map') return undefined;
  const [each, value] = [entryOf(node, 'each'), entryOf(node, 'value')];
  if (!each || !value || node.entries.length !== 2) return undefined;
  return membersOf(unrolled(each.value, reading), reading).map((member) =>
    unrolled(substituted(value.value, member, reading), reading),
  );
}

function membersOf(node: YamlNode, reading: Reading): readonly YamlNode[] {
  if (node.kind === 'list') return node.items;
  if (node.kind === 'map') return combinationsOf(node, reading);
  const range = RANGE.exec(node.text);
  if (!range) return refused(reading, node.line, 'must be a list, or a range like 01..15');
  const [first = '', last = ''] = range.slice(1);
  const length = Number(last) - Number(first) + 1;
  if (length < 1 || length > MOST)
    return refused(reading, node.line, `has ${length} members; 1 to ${MOST} are allowed`);
  return Array.from({ length }, (_, index) => ({
    kind: 'scalar' as const,
    line: node.line,
    text: String(Number(first) + index).padStart(first.length, '0'),
    isPlain: true,
  }));
}

/** Every combination of the lists of a map; what is no list there is the same in all of them. */
function combinationsOf(node: YamlMap, reading: Reading): readonly YamlNode[] {
  const empty: YamlMap = { ...node, entries: [] };
  const all = node.entries.reduce<readonly YamlMap[]>(
    (made, { key, line, value }) => {
      const isSingle = value.kind === 'scalar' && !RANGE.test(value.text);
      const members = isSingle ? [value] : membersOf(value, reading);
      if (made.length * members.length > MOST) return [];
      return made.flatMap((each) =>
        members.map((member) => ({ ...each, entries: [...each.entries, { key, line, value: member }] })),
      );
    },
    [empty],
  );
  return all.length > 0 ? all : refused(reading, node.line, `has none or more than ${MOST} combinations`);
}

function refused(reading: Reading, line: number, reason: string): readonly YamlNode[] {
  complain(reading, line, reason);
  return [];
}

function substituted(node: YamlNode, member: YamlNode, reading: Reading): YamlNode {
  switch (node.kind) {
    case 'scalar':
      return inScalar(node, member, reading);
    case 'list':
      return { ...node, items: node.items.map((item) => substituted(item, member, reading)) };
    case 'map':
      return { ...node, entries: entriesWith(node, member, reading) };
  }
}

function entriesWith(node: YamlMap, member: YamlNode, reading: Reading): YamlMap['entries'] {
  // Inside an `each`, `$it` is a member of that one.
  const isEach = entryOf(node, 'each') !== undefined && entryOf(node, 'value') !== undefined;
  return node.entries.map(({ key, line, value }) => ({
    key: replaced(key, line, member, reading),
    line,
    value: isEach && key === 'value' ? value : substituted(value, member, reading),
  }));
}

function inScalar(node: YamlScalar, member: YamlNode, reading: Reading): YamlNode {
  // Most words have nothing in them to replace, and a year of a province writes out a million of them.
  if (!node.text.includes('$')) return node;
  const [whole] = [...node.text.matchAll(IT)];
  if (whole?.[0] !== node.text) return { ...node, text: replaced(node.text, node.line, member, reading) };
  // Alone it may be anything, a list or a map as well; in quotes it is text.
  const part = partOf(member, whole[1] ?? whole[2], node.line, reading);
  return part.kind === 'scalar' && !node.isPlain ? { ...part, isPlain: false } : part;
}

function replaced(text: string, line: number, member: YamlNode, reading: Reading): string {
  if (!text.includes('$')) return text;
  return text.replace(IT, (_, braced: string | undefined, bare: string | undefined) => {
    const part = partOf(member, braced ?? bare, line, reading);
    if (part.kind === 'scalar') return part.text;
    complain(reading, line, '$it is not a single value here and cannot stand inside a text');
    return '';
  });
}

function partOf(member: YamlNode, part: string | undefined, line: number, reading: Reading): YamlNode {
  if (part === undefined) return member;
  const isOptional = part.endsWith('?');
  const key = isOptional ? part.slice(0, -1) : part;
  // A single value has no keys: the dot is one of the text, as in `$it.head`.
  if (member.kind === 'scalar') return { ...member, text: `${member.text}.${key}` };
  const entry = member.kind === 'map' ? entryOf(member, key) : undefined;
  if (entry) return entry.value;
  if (!isOptional) complain(reading, line, `$it has no "${key}" here`);
  return { kind: 'scalar', line, text: '', isPlain: true };
}
