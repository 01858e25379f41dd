import type { Instant, LocalDate } from '../../../workflows/kernel';
import { localDateOf } from '../../../workflows/kernel';
import type { CommandStep } from '../scenario';
import { Placeholder, type Data } from './data';
import type { Reference } from './reference';

/** Input in which a name may be left out. */
export type LooseInput = Readonly<Record<string, Data | Reference | null>>;

/** What a command of the set-up is made of. */
export interface SetUpCommand {
  readonly line: number;
  readonly do: string;
  /** Names what the command makes. */
  readonly ref?: string;
  /** Name of what it is done to. */
  readonly on?: string;
  readonly input: LooseInput;
}

/** Makes the commands that fill the registers: sent by the system at the start, expected to be accepted. */
export class CommandMaker {
  /** What stands for a first day that the file leaves out. */
  readonly firstDay: LocalDate;

  constructor(private readonly start: Instant) {
    this.firstDay = localDateOf(start);
  }

  /** What is null in the input is left out. */
  make({ line, do: type, ref, on, input }: SetUpCommand): CommandStep {
    return {
      kind: 'command',
      line,
      at: this.start,
      as: 'system',
      do: type,
      on: on === undefined ? null : { name: on, part: null, line },
      ref: ref ?? null,
      input: Object.fromEntries(Object.entries(input).flatMap(([key, value]) => entry(key, value))),
      comment: null,
      version: null,
      expected: { outcome: 'accepted' },
      note: null,
    };
  }
}

function entry(key: string, value: Data | Reference | null): [string, Data][] {
  if (value === null) return [];
  return [[key, isReference(value) ? new Placeholder(value) : value]];
}

function isReference(value: Data | Reference): value is Reference {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && 'part' in value && 'line' in value;
}
