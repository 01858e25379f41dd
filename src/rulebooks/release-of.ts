import { canonicalJson } from '../../workflows/kernel';
import { mailPolicyProblems, reminderProblems } from '../../workflows/reminder';
import {
  baseSalaryProblems,
  continued,
  layerProblems,
  mergedProblems,
  rulebookProblems,
  standardProblems,
  transitionProblems,
  type Layer,
  type Rulebook,
} from '../../workflows/rulebook';
import { calendarOf, calendarProblems } from './calendar';
import { layerOf } from './layer-file';
import { readFiles, type FileContent, type FileContents, type NamedText } from './read-files';
import { rulesHash, type Release } from './release';
import { rulebookOf } from './rulebook-file';
import { RulebookFilesError, type FileProblem } from './rulebooks.errors';

/** All files as one release. Throws one RulebookFilesError that names everything that is wrong, with file and line. */
export function releaseOf(texts: readonly NamedText[]): Release {
  const contents = readFiles(texts);
  const rulebooks = rulebooksOf(contents);
  const layers = layersOf(contents);
  // Judged only when every file has its form: what half of the files mean together says nothing.
  const problems = contents.problems.length > 0 ? contents.problems : meaningProblems(contents, rulebooks, layers);
  if (problems.length > 0) throw new RulebookFilesError(problems);
  const rules = {
    rulebooks: rulebooks.map(({ value }) => value),
    layers: layers.map(({ value }) => value),
    baseSalaries: contents.baseSalaries
      .flatMap(({ value }) => value.baseSalaries)
      .sort((a, b) => (a.from < b.from ? -1 : 1)),
    reminders: contents.reminders.flatMap(({ value }) => value.reminders),
    ...mailPolicyOf(contents),
  };
  const calendar = calendarOf(contents.calendars);
  return { hash: hashOf(rules), ...rules, calendar: { ...calendar, version: hashOf(calendar) } };
}

/** In the order of their dates, so that the names of files do not matter. */
function rulebooksOf({ rulebooks, continuations }: FileContents): FileContent<Rulebook>[] {
  const whole = rulebooks.map(({ file, value }) => ({ file, value: rulebookOf(value) }));
  const later = continuations.flatMap(({ file, value: { kind: _, continues, ...head } }) => {
    const earlier = whole.find(({ value }) => value.id === continues);
    return earlier ? [{ file, value: { ...continued(head, earlier.value), continues } }] : [];
  });
  return [...whole, ...later].sort((a, b) => (a.value.effectiveFrom < b.value.effectiveFrom ? -1 : 1));
}

/** In the order of their dates as well, and of their ids. */
function layersOf({ layers }: FileContents): FileContent<Layer>[] {
  return layers
    .map(({ file, value }) => ({ file, value: layerOf(value) }))
    .sort((a, b) => (orderOf(a.value) < orderOf(b.value) ? -1 : 1));
}

function orderOf({ effectiveFrom, id }: Layer): string {
  return `${effectiveFrom} ${id}`;
}

function mailPolicyOf({ reminders }: FileContents): Pick<Release, 'mail'> {
  const mail = reminders.find(({ value }) => value.mail !== null)?.value.mail;
  return mail ? { mail } : {};
}

/** One installation has one policy: another one would be silently ignored. */
function mailProblems({ reminders }: FileContents): FileProblem[] {
  const policies = reminders.flatMap(({ file, value }) => (value.mail === null ? [] : [{ file, mail: value.mail }]));
  return policies.flatMap(({ file, mail }, index) => [
    ...(index > 0 ? [file.place({ path: ['mail'], reason: 'another file says it' })] : []),
    ...mailPolicyProblems(mail).map(({ field, reason }) => file.place({ path: ['mail', field], reason })),
  ]);
}

function meaningProblems(
  contents: FileContents,
  rulebooks: readonly FileContent<Rulebook>[],
  layers: readonly FileContent<Layer>[],
): readonly FileProblem[] {
  const { continuations, baseSalaries, reminders, calendars } = contents;
  const rules = { rulebooks: rulebooks.map(({ value }) => value), layers: layers.map(({ value }) => value) };
  const known = contents.rulebooks.map(({ value }) => value.id);
  return [
    ...(rulebooks.length === 0 ? [{ file: 'rulebooks', line: 1, path: '', reason: 'hold no rulebook' }] : []),
    ...placed(rulebooks, rulebookProblems(rules.rulebooks), () => []),
    ...placed(rulebooks, transitionProblems(rules.rulebooks), () => []),
    // What one rulebook takes over from another is wrong in the other's file.
    ...rulebooks
      .filter(({ value }) => value.continues === undefined)
      .flatMap(({ file, value }) => standardProblems(value).map(file.place)),
    ...placed(layers, layerProblems(rules), () => []),
    ...placed(
      layers,
      mergedProblems(rules, (rulebook) => [...rulebookProblems([rulebook]), ...standardProblems(rulebook)]),
      () => [],
    ),
    ...continuations
      .filter(({ value }) => !known.includes(value.continues))
      .map(({ file, value }) => file.place({ path: ['continues'], reason: `there is no rulebook ${value.continues}` })),
    ...placed(
      baseSalaries.flatMap(({ file, value }) =>
        value.baseSalaries.map((each, place) => ({ file, value: each, place })),
      ),
      baseSalaryProblems(baseSalaries.flatMap(({ value }) => value.baseSalaries)),
      ({ place }) => ['baseSalaries', place],
    ),
    ...placed(
      reminders.flatMap(({ file, value }) => value.reminders.map((each, place) => ({ file, value: each, place }))),
      reminderProblems(reminders.flatMap(({ value }) => value.reminders)),
      ({ place }) => ['reminders', place],
    ),
    ...mailProblems(contents),
    ...calendarProblems(calendars),
  ];
}

interface Found {
  readonly index: number;
  readonly path: readonly (string | number)[];
  readonly reason: string;
}

function placed<Content extends FileContent<unknown>>(
  judged: readonly Content[],
  problems: readonly Found[],
  prefix: (content: Content) => readonly (string | number)[],
): FileProblem[] {
  return problems.flatMap(({ index, path, reason }) => {
    const content = judged[index];
    return content ? [content.file.place({ path: [...prefix(content), ...path], reason })] : [];
  });
}

function hashOf(value: unknown): string {
  return rulesHash(canonicalJson(value));
}
