import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type ParsedNode,
  type Scalar,
} from 'yaml';

/** A word or a number as it is written. Nothing is turned into a number here, so that no figure is ever rounded. */
export interface YamlScalar {
  readonly kind: 'scalar';
  readonly line: number;
  readonly text: string;
  /** False when it stands in quotes: then it is text, whatever it looks like. */
  readonly isPlain: boolean;
}

export interface YamlList {
  readonly kind: 'list';
  readonly line: number;
  readonly items: readonly YamlNode[];
}

export interface YamlEntry {
  readonly key: string;
  readonly line: number;
  readonly value: YamlNode;
}

export interface YamlMap {
  readonly kind: 'map';
  readonly line: number;
  readonly entries: readonly YamlEntry[];
}

/** What a YAML file says, each part with its line. */
export type YamlNode = YamlScalar | YamlList | YamlMap;

/** Something on a line that cannot be taken. */
export interface LineProblem {
  readonly line: number;
  readonly reason: string;
}

/** Reads YAML text. What YAML itself does not allow, such as a key that stands twice, is in the problems; never throws. */
export function readYaml(text: string): { readonly root: YamlNode; readonly problems: readonly LineProblem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number | undefined): number => Math.max(1, lines.linePos(offset ?? 0).line);
  const problems = [...document.errors, ...document.warnings].map(({ pos, message }) => ({
    line: lineAt(pos[0]),
    reason: message,
  }));
  if (problems.length > 0) return { root: { kind: 'map', line: 1, entries: [] }, problems };
  return { root: nodeOf(document.contents, { document, lineAt, problems }, 1), problems };
}

/** The value of a key; undefined when the map has no such key. */
export function entryOf(map: YamlMap, key: string): YamlEntry | undefined {
  return map.entries.find((entry) => entry.key === key);
}

const MERGE = '"<<" is not taken: write the keys out, or mark a value with & and use it again with *';

interface Source {
  readonly document: Document;
  readonly lineAt: (offset: number | undefined) => number;
  readonly problems: LineProblem[];
}

function nodeOf(node: unknown, source: Source, fallback: number): YamlNode {
  const line = lineOf(node, source, fallback);
  // An alias stands for what its anchor marks, with the lines over there.
  if (isAlias(node)) return nodeOf(node.resolve(source.document), source, line);
  if (isSeq(node)) return { kind: 'list', line, items: node.items.map((item) => nodeOf(item, source, line)) };
  if (isMap(node)) {
    const entries = node.items.map(({ key, value }) => {
      const keyLine = lineOf(key, source, line);
      if (!isScalar(key)) source.problems.push({ line: keyLine, reason: 'a key must be a word' });
      else if (textOf(key) === '<<') source.problems.push({ line: keyLine, reason: MERGE });
      return { key: isScalar(key) ? textOf(key) : '', line: keyLine, value: nodeOf(value, source, keyLine) };
    });
    return { kind: 'map', line, entries };
  }
  if (isScalar(node)) return { kind: 'scalar', line, text: textOf(node), isPlain: node.type === 'PLAIN' };
  return { kind: 'scalar', line, text: '', isPlain: true };
}

function textOf({ value }: Scalar): string {
  return typeof value === 'string' ? value : '';
}

function lineOf(node: unknown, { lineAt }: Source, fallback: number): number {
  const range = (node as Partial<ParsedNode> | null)?.range;
  return range ? lineAt(range[0]) : fallback;
}
