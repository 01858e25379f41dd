import { baseSalaryFile, calendarFile, remindersFile } from './data-files';
import { layerFile } from './layer-file';
import { continuedFile, rulebookFile } from './rulebook-file';
import type { FileProblem } from './rulebooks.errors';
import { isObject, read, type Shape } from './shape';
import { readYaml, type YamlFile } from './yaml-file';

/** A file before it is read. */
export interface NamedText {
  /** Folder and name, `rulebooks/r2.yaml`. */
  readonly name: string;
  readonly text: string;
}

/** What one file says, and the file, so that what is found wrong later can be placed. */
export interface FileContent<Value> {
  readonly file: YamlFile;
  readonly value: Value;
}

type Contents<Each> = Each extends Shape<infer Value> ? readonly FileContent<Value>[] : never;

/** All files by kind, and everything that is wrong with their form. */
export interface FileContents {
  readonly rulebooks: Contents<typeof rulebookFile>;
  readonly continuations: Contents<typeof continuedFile>;
  readonly layers: Contents<typeof layerFile>;
  readonly baseSalaries: Contents<typeof baseSalaryFile>;
  readonly reminders: Contents<typeof remindersFile>;
  readonly calendars: Contents<typeof calendarFile>;
  readonly problems: readonly FileProblem[];
}

const KINDS = ['rulebook', 'layer', 'baseSalaries', 'reminders', 'calendar'];

/** Reads the form of all files; what they mean together is judged by `releaseOf`. */
export function readFiles(texts: readonly NamedText[]): FileContents {
  const files = texts.map(({ name, text }) => readYaml(name, text));
  const problems = files.flatMap((file) => file.problems);
  const readable = files.filter((file) => file.problems.length === 0);
  const take = <Value>(shape: Shape<Value>, isIts: (file: YamlFile) => boolean): FileContent<Value>[] =>
    readable.filter(isIts).flatMap((file) => {
      const reading = read(shape, file.value);
      if (reading.isValid) return [{ file, value: reading.value }];
      problems.push(...reading.problems.map(file.place));
      return [];
    });
  const kindIs = (kind: string) => (file: YamlFile) => kindOf(file) === kind;
  const continues = (file: YamlFile) => isObject(file.value) && 'continues' in file.value;
  const contents = {
    rulebooks: take(rulebookFile, (file) => kindIs('rulebook')(file) && !continues(file)),
    continuations: take(continuedFile, (file) => kindIs('rulebook')(file) && continues(file)),
    layers: take(layerFile, kindIs('layer')),
    baseSalaries: take(baseSalaryFile, kindIs('baseSalaries')),
    reminders: take(remindersFile, kindIs('reminders')),
    calendars: take(calendarFile, kindIs('calendar')),
  };
  const strangers = readable
    .filter((file) => !KINDS.includes(kindOf(file) ?? ''))
    .map((file) => file.place({ path: ['kind'], reason: `must be one of ${KINDS.join(', ')}` }));
  return { ...contents, problems: [...problems, ...strangers] };
}

function kindOf({ value }: YamlFile): string | undefined {
  return isObject(value) && typeof value.kind === 'string' ? value.kind : undefined;
}
