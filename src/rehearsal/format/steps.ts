import type { Instant } from '../../../workflows/kernel';
import { checksOf } from '../checks/all-checks';
import type { BatchStep, CommandStep, Step } from '../scenario';
import { dataMap, type DataMap } from './data';
import { expected } from './outcome';
import { name, reference } from './reference';
import { repeated, unrolled } from './repeat';
import { complain, count, fields, flag, optional, required, text, type Reading, type Shape } from './shape';
import { everyStep, timeOf } from './time';
import { votesOf } from './votes';
import { entryOf, type YamlMap, type YamlNode } from './yaml-node';

const input: Shape<DataMap> = (node, reading) => dataMap(unrolled(node, reading), reading);

const command = fields({
  ...everyStep,
  as: required(name),
  do: required(text),
  on: optional(reference, null),
  ref: optional(name, null),
  with: optional(input, {}),
  comment: optional(text, null),
  version: optional(count, null),
  together: optional(flag, false),
  expect: optional(expected, { outcome: 'accepted' } as const),
});
const check = fields({ ...everyStep, expect: required(checksOf) });
const pause = fields(everyStep);

/** The steps of a file with every repetition written out, in the order of time, each with the names it uses. */
export function stepsOf(node: YamlNode, start: Instant, reading: Reading): readonly UsingStep[] {
  if (node.kind !== 'list') {
    complain(reading, node.line, '"steps" must be a list');
    return [];
  }
  let now = start;
  return node.items.flatMap((item) => {
    const steps = repeated(item, reading).flatMap((each) => {
      const own: Reading = { ...reading, references: [] };
      const found = stepOf(each, now, own);
      now = found.at(-1)?.at ?? now;
      return found.map((step, index) => ({ step, uses: index === 0 ? own.references : [] }));
    });
    return isTogether(item) ? batchOf(steps, reading) : toldOnce(steps);
  });
}

/** What a repeated step remarks is told once. */
function toldOnce(steps: readonly UsingStep[]): readonly UsingStep[] {
  return steps.map(({ step, uses }, index) => {
    const isRepeated = step.note !== null && step.note === steps[index - 1]?.step.note;
    return { step: isRepeated ? { ...step, note: null } : step, uses };
  });
}

function isTogether(node: YamlNode): boolean {
  const value = node.kind === 'map' ? entryOf(node, 'together')?.value : undefined;
  return value?.kind === 'scalar' && value.text === 'true';
}

/** The repetitions of one step as one piece of work: all at one moment, none with a version of its own. */
function batchOf(steps: readonly UsingStep[], reading: Reading): readonly UsingStep[] {
  const commands = steps.map(({ step }) => step).filter((step) => step.kind === 'command');
  const [first] = commands;
  const odd = commands.find(({ at, version }) => at !== first?.at || version !== null);
  if (odd) complain(reading, odd.line, '"together" is for commands of one moment, without "advance" and "version"');
  if (!first || odd) return [];
  const step: BatchStep = { kind: 'batch', line: first.line, at: first.at, commands, note: first.note };
  return [{ step, uses: steps.flatMap(({ uses }) => uses) }];
}

/** A step, and the names that are used in it. */
export interface UsingStep {
  readonly step: Step;
  readonly uses: Reading['references'];
}

function stepOf(node: YamlNode, now: Instant, reading: Reading): readonly Step[] {
  if (node.kind !== 'map') {
    complain(reading, node.line, 'a step must have keys');
    return [];
  }
  if (entryOf(node, 'do')) return [commandOf(node, now, reading)];
  if (entryOf(node, 'votes')) return votesOf(node, now, reading);
  if (entryOf(node, 'expect')) {
    const { expect: checks, note, ...time } = check(node, reading);
    return [{ kind: 'check', line: node.line, at: timeOf(time, now, reading), checks, note }];
  }
  const { note, ...time } = pause(node, reading);
  if (time.at === null && time.advance === null) {
    complain(reading, node.line, 'a step needs "do", "votes", "expect", "at" or "advance"');
  }
  return [{ kind: 'pause', line: node.line, at: timeOf(time, now, reading), note }];
}

function commandOf(node: YamlMap, now: Instant, reading: Reading): CommandStep {
  const { line, at, advance, with: given, expect, together: _, ...rest } = command(node, reading);
  const time = timeOf({ line, at, advance }, now, reading);
  return { ...rest, kind: 'command', line, at: time, input: given, expected: expect };
}
