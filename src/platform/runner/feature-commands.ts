import type { Label } from '../../../workflows/kernel';
import type { Actor } from '../auth/actor';
import type { Permission } from '../auth/permission';
import type { CommandResult } from './command-result';
import type { RefusalText } from './refusals';

/** What a command looks like at the edge: the class that validates its input, and which of its fields are free text. */
export interface CommandForm {
  readonly input: new () => object;
  /** Fields that are kept apart from the events and may be erased. */
  readonly texts?: readonly string[];
  /** True for the command that brings an instance into being: it has no id yet. */
  readonly opens?: true;
  /** What it is called. Absent for a command of a machine, whose definition has the words. */
  readonly label?: Label;
  /** Any one of these is needed. Absent for a command of a machine, and where the route asks it for all of its commands. */
  readonly permissions?: readonly Permission[];
  /** Why it may be refused, besides the guards of a machine. */
  readonly refusals?: readonly RefusalText[];
}

/** The form of a command on a register, which has no definition to take words and refusals from. */
export interface RegisterForm extends CommandForm {
  readonly label: Label;
  readonly refusals: readonly RefusalText[];
}

/** A validated command on its way to its feature. */
export interface FeatureCommand {
  readonly actor: Actor;
  readonly commandId: string;
  readonly type: string;
  /** Absent when the command opens an instance. */
  readonly instanceId?: string;
  /** Plain data of the form's class, without its free texts. */
  readonly input: object;
  readonly texts: Readonly<Record<string, string>>;
  readonly expectedVersion?: number;
}

/** All commands of one feature: what every face offers and what they are checked with. */
export interface FeatureCommands {
  /** By type: `campaign.launch`. */
  readonly forms: Readonly<Record<string, CommandForm>>;
  execute(command: FeatureCommand): Promise<CommandResult>;
  /**
   * The same for many commands of one type, by one actor, each on an instance of its own: answers in their order. Absent
   * where the feature has no faster way than one after another.
   */
  executeMany?(commands: readonly FeatureCommand[]): Promise<readonly CommandResult[]>;
}

/** The forms of the commands that are sent to something that exists: what `POST …/{id}/commands` takes. */
export function commandInputsOf(
  forms: Readonly<Record<string, CommandForm>>,
): Readonly<Record<string, new () => object>> {
  return Object.fromEntries(
    Object.entries(forms)
      .filter(([, form]) => form.opens !== true)
      .map(([type, form]) => [type, form.input]),
  );
}
