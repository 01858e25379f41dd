import { ScenarioFileError } from '../rehearsal.errors';
import type { CommandStep, Scenario, Step } from '../scenario';
import { Placeholder } from './data';
import { Draws } from './draws';
import { moment } from './moment';
import { MADE_UP, type Reference } from './reference';
import { REGISTER_SECTIONS, registersOf, rolesOf, type RegisterSection } from './registers';
import { fields, flag, optional, parsed, required, text, type Reading, type Shape } from './shape';
import { stepsOf, type UsingStep } from './steps';
import { entryOf, readYaml, type LineProblem, type YamlNode } from './yaml-node';

/** Read later, since it needs the start. */
const part: Shape<YamlNode> = (node) => node;

const sections = Object.fromEntries(REGISTER_SECTIONS.map((name) => [name, optional(part, null)])) as Record<
  RegisterSection,
  ReturnType<typeof optional<YamlNode, null>>
>;

const head = fields({
  title: required(text),
  synthetic: required(flag),
  notes: optional(text, null),
  start: required(parsed(moment)),
  seed: required(text),
  ...sections,
  steps: required(part),
});

/** Reads a rehearsal. Throws ScenarioFileError, which names everything that is wrong with the file at once. */
export function readScenario(file: string, content: string): Scenario {
  const { root, problems } = readYaml(content);
  const reading: Reading = { problems: [...problems], references: [], draws: new Draws(seedOf(root)) };
  if (problems.length > 0) throw invalid(file, reading.problems);
  const { title, synthetic, notes, start, seed, steps: given, line: _, ...registers } = head(root, reading);
  // Without its head a file has no time to begin at: the rest could only be misread.
  if (reading.problems.length > 0) throw invalid(file, reading.problems);
  const setUp = registersOf(registers, { start, isSynthetic: synthetic }, reading);
  const steps = stepsOf(given, start, reading);
  reading.problems.push(...wrongNames(setUp, steps));
  if (reading.problems.length > 0) throw invalid(file, reading.problems);
  const all = steps.map(({ step }) => step);
  return { file, title, isSynthetic: synthetic, notes, start, seed, setUp, roles: rolesOf(setUp), steps: all };
}

/** What a file leaves to chance hangs on its seed, which is needed before anything else of it. */
function seedOf(root: YamlNode): string {
  const value = root.kind === 'map' ? entryOf(root, 'seed')?.value : undefined;
  return value?.kind === 'scalar' ? value.text : '';
}

/** Names that are given twice, and names that are used before anything has them. */
function wrongNames(setUp: readonly CommandStep[], steps: readonly UsingStep[]): readonly LineProblem[] {
  const known = new Set<string>([MADE_UP]);
  const unknown = (references: readonly Reference[]): LineProblem[] =>
    references
      .filter(({ name }) => !known.has(name))
      .map(({ name, line }) => ({ line, reason: `nothing before this has the name "${name}"` }));
  const give = ({ ref, line }: CommandStep): LineProblem[] => {
    if (ref === null) return [];
    const isTaken = known.has(ref);
    known.add(ref);
    return isTaken ? [{ line, reason: `the name "${ref}" is taken` }] : [];
  };
  const users = new Set(['system', ...setUp.flatMap((step) => (step.do === 'user.add' && step.ref ? [step.ref] : []))]);
  return [
    ...setUp.flatMap((step) => [...unknown(referencesIn(step)), ...give(step)]),
    ...steps.flatMap(({ step, uses }) => [
      ...unknown(uses),
      ...commandsIn(step).flatMap((command) => {
        const who = users.has(command.as) ? [] : [{ line: step.line, reason: `there is no user "${command.as}"` }];
        return [...who, ...give(command)];
      }),
    ]),
  ];
}

function commandsIn(step: Step): readonly CommandStep[] {
  if (step.kind === 'batch') return step.commands;
  return step.kind === 'command' ? [step] : [];
}

function referencesIn({ on, input }: CommandStep): readonly Reference[] {
  const inInput = Object.values(input).flatMap((value) => (value instanceof Placeholder ? [value.reference] : []));
  return [...(on ? [on] : []), ...inInput];
}

/** Repeated steps repeat their problems: each is told once. */
function invalid(file: string, problems: readonly LineProblem[]): ScenarioFileError {
  const told = new Map(problems.map((problem) => [`${problem.line} ${problem.reason}`, { file, ...problem }]));
  return new ScenarioFileError([...told.values()].sort((a, b) => a.line - b.line));
}
