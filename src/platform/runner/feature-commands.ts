import type { Actor } from '../auth/actor';
import type { CommandResult } from './command-result';

/** What a command looks like at the edge: the class that validates its input, and which of its fields are free text. */
export interface CommandForm {
  readonly input: new () => object;
  /** Fields that are kept apart from the events and may be erased. */
  readonly texts?: readonly string[];
  /** True for the command that brings an instance into being: it has no id yet. */
  readonly opens?: true;
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
