import type { PipeTransform, Type } from '@nestjs/common';
import type { Workflow } from '../../../../workflows/kernel';
import { UnknownCommandError } from '../problems/http.errors';
import { validInput } from '../validation/valid-input';
import { CommandEnvelope } from './command-envelope';

/** Request class of each command that can be sent to a collection. */
export type CommandInputs = Readonly<Record<string, Type<object>>>;

/** A parsed command: `type` tells which class `input` is of. */
export type ParsedCommand<Inputs extends CommandInputs> = {
  readonly [Name in keyof Inputs & string]: {
    readonly type: Name;
    readonly input: InstanceType<Inputs[Name]>;
    readonly comment: string | undefined;
  };
}[keyof Inputs & string];

/** The commands of a collection, as far as a description needs them. */
export interface CommandSet {
  readonly inputs: CommandInputs;
  readonly workflow: Workflow | undefined;
}

/** The commands of a collection: how their bodies are read, and what they are described by. */
export interface CommandBody<Inputs extends CommandInputs> extends CommandSet {
  readonly inputs: Inputs;
  /** For `@Body(body.pipe)`. Throws UnknownCommandError and InvalidRequestError. */
  readonly pipe: PipeTransform<unknown, ParsedCommand<Inputs>>;
}

/** The type of the parameter that `@Body(body.pipe)` fills. */
export type CommandOf<Body> = Body extends CommandBody<infer Inputs> ? ParsedCommand<Inputs> : never;

/**
 * Declares the commands of a collection by their request classes. A workflow adds the words, permissions and refusal
 * codes; a command that it does not have is a mistake and throws.
 */
export function commandBody<Inputs extends CommandInputs>(inputs: Inputs, workflow?: Workflow): CommandBody<Inputs> {
  const known = workflow?.definition.labels.commands;
  const strangers = Object.keys(inputs).filter((type) => known && !Object.hasOwn(known, type));
  if (strangers.length > 0) throw new Error(`${workflow?.id ?? ''} has no command ${strangers.join(', ')}`);
  return { inputs, workflow, pipe: { transform: (value) => parsed(inputs, value) } };
}

function parsed<Inputs extends CommandInputs>(inputs: Inputs, value: unknown): ParsedCommand<Inputs> {
  const { type, input, comment } = validInput(CommandEnvelope, value);
  const form = Object.hasOwn(inputs, type) ? inputs[type] : undefined;
  if (!form) throw new UnknownCommandError(Object.keys(inputs));
  // The type is a key of the inputs and the input an instance of its class: what the union says.
  return { type, input: validInput(form, input, 'input'), comment } as ParsedCommand<Inputs>;
}
