import { FAILSAFE_SCHEMA, load, YAMLException } from 'js-yaml';
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { FileProblem } from './rulebooks.errors';
import type { Path, Problem } from './shape';

/** A YAML file as plain data: objects, lists and text. Nothing is turned into a number, so that no figure is ever rounded. */
export interface YamlFile {
  /** Folder and name, for messages. */
  readonly name: string;
  readonly value: unknown;
  /** What the YAML itself does not allow, such as a key that stands twice. */
  readonly problems: readonly FileProblem[];
  /** The problem with the line on which it stands; of something that is missing, the line of what should hold it. */
  readonly place: (problem: Problem) => FileProblem;
}

/**
 * Reads the text of a YAML file. Never throws: what is wrong is in `problems`. A file without faults is read by js-yaml,
 * which takes a fifth of the time; `yaml`, which knows on which line each thing stands, is asked when there is a fault to place.
 */
export function readYaml(name: string, text: string): YamlFile {
  let detailed: Detailed | undefined;
  const inDetail = (): Detailed => (detailed ??= readInDetail(name, text));
  const place = (problem: Problem): FileProblem => inDetail().place(problem);
  const quick = readQuickly(text);
  if (quick) return { name, value: quick.value, problems: [], place };
  const { value, problems } = inDetail();
  return { name, value, problems, place };
}

type Detailed = Omit<YamlFile, 'name'>;

/** Undefined for a text that it finds fault with, or nothing in. */
function readQuickly(text: string): { readonly value: unknown } | undefined {
  try {
    const value: unknown = load(text, { schema: FAILSAFE_SCHEMA });
    return typeof value === 'object' && value !== null ? { value } : undefined;
  } catch (error) {
    if (error instanceof YAMLException) return undefined;
    throw error;
  }
}

function readInDetail(name: string, text: string): Detailed {
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  const problems = [...document.errors, ...document.warnings].map(({ pos, message }) => ({
    file: name,
    line: lineAt(pos[0]),
    path: '',
    reason: message,
  }));
  return {
    value: problems.length > 0 ? undefined : document.toJS(),
    problems,
    place: ({ path, reason }) => ({ file: name, line: lineAt(offsetOf(document, path)), path: pathText(path), reason }),
  };
}

/** `tiers[3].vote`. */
function pathText(path: Path): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${step}`))
    .join('');
}

function offsetOf(document: Document, path: Path): number {
  const nodes = path.map((_, depth) => nodeAt(document, path.slice(0, depth + 1)));
  const deepest = nodes.findLast((node) => node?.range);
  return (deepest ?? document.contents)?.range?.[0] ?? 0;
}

/** The node of a key, since that is where a reader looks, or of a list's member. */
function nodeAt(document: Document, path: Path): Node | undefined {
  const holder: unknown = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const last = path.at(-1);
  if (isMap(holder)) {
    const key = holder.items.map((pair) => pair.key).find((each) => isScalar(each) && each.value === last);
    return isNode(key) ? key : undefined;
  }
  const member: unknown = document.getIn(path, true);
  return isNode(member) ? member : undefined;
}
