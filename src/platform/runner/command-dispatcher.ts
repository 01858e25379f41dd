import { Injectable } from '@nestjs/common';
import { instanceToPlain } from 'class-transformer';
import type { Actor } from '../auth/actor';
import { UnknownCommandError } from '../http/problems/http.errors';
import { validInput } from '../http/validation/valid-input';
import type { CommandResult } from './command-result';
import type { CommandForm, FeatureCommand, FeatureCommands } from './feature-commands';

/** A command as any face hands it over: nothing of it is validated yet. */
export interface DispatchRequest {
  readonly actor: Actor;
  readonly commandId: string;
  readonly type: string;
  readonly instanceId?: string;
  /** Raw, or an instance of the form's class, which was checked when it was made. */
  readonly input: unknown;
  /** A remark on the command; kept apart from the events. */
  readonly comment?: string | undefined;
  readonly expectedVersion?: number | undefined;
}

/**
 * Where all faces meet: HTTP, CLI, rehearsals and jobs hand over a type and raw input, and the feature that owns the type
 * gets validated input. A face adds nothing of its own.
 */
@Injectable()
export class CommandDispatcher {
  private readonly byType = new Map<string, { readonly form: CommandForm; readonly feature: FeatureCommands }>();

  /** Makes the commands of a feature known. Throws when a type is taken: two features must not answer to one name. */
  register(feature: FeatureCommands): void {
    for (const [type, form] of Object.entries(feature.forms)) {
      if (this.byType.has(type)) throw new Error(`Two features answer to the command ${type}`);
      this.byType.set(type, { form, feature });
    }
  }

  /** All command types that faces can offer, with their forms as the features have them now. */
  known(): ReadonlyMap<string, CommandForm> {
    return new Map([...this.byType].map(([type, { form, feature }]) => [type, feature.forms[type] ?? form]));
  }

  /** Validates and executes. Throws UnknownCommandError, InvalidRequestError, and what the feature throws. */
  async dispatch(request: DispatchRequest): Promise<CommandResult> {
    const { feature, command } = this.checked(request);
    return feature.execute(command);
  }

  /**
   * Validates and executes commands of one type, by one actor, each on an instance of its own; answers in their order.
   * Throws as `dispatch` does; then none of them, or only those of the units of work before, were executed.
   */
  async dispatchMany(requests: readonly DispatchRequest[]): Promise<readonly CommandResult[]> {
    const inputs = new Map<string, CheckedInput>();
    const checked = requests.map((request) => this.checked(request, inputs));
    const [first] = checked;
    const commands = checked.map(({ command }) => command);
    if (first?.feature.executeMany) return first.feature.executeMany(commands);
    const results: CommandResult[] = [];
    for (const { feature, command } of checked) results.push(await feature.execute(command));
    return results;
  }

  /** Of inputs that were checked already, by their text, none is checked again: many commands often say the same. */
  private checked(
    request: DispatchRequest,
    known = new Map<string, CheckedInput>(),
  ): { readonly feature: FeatureCommands; readonly command: FeatureCommand } {
    const entry = this.byType.get(request.type);
    if (!entry || Boolean(entry.form.opens) === (request.instanceId !== undefined)) {
      throw new UnknownCommandError(this.typesLike(request));
    }
    const said = `${request.type} ${JSON.stringify(request.input)}`;
    const { input, texts } = known.get(said) ?? checkedInput(entry.form, request.input);
    known.set(said, { input, texts });
    const command: FeatureCommand = {
      actor: request.actor,
      commandId: request.commandId,
      type: request.type,
      ...(request.instanceId === undefined ? {} : { instanceId: request.instanceId }),
      input,
      texts: request.comment === undefined ? texts : { ...texts, comment: request.comment },
      ...(request.expectedVersion === undefined ? {} : { expectedVersion: request.expectedVersion }),
    };
    return { feature: entry.feature, command };
  }

  private typesLike(request: DispatchRequest): string[] {
    const prefix = `${request.type.split('.')[0] ?? ''}.`;
    return [...this.byType]
      .filter(
        ([type, { form }]) => type.startsWith(prefix) && Boolean(form.opens) === (request.instanceId === undefined),
      )
      .map(([type]) => type);
  }
}

/** Plain data of a form's class, and its free texts apart. */
interface CheckedInput {
  readonly input: Readonly<Record<string, unknown>>;
  readonly texts: Readonly<Record<string, string>>;
}

function checkedInput({ input: type, texts = [] }: CommandForm, input: unknown): CheckedInput {
  const valid = input instanceof type ? input : validInput(type, input);
  return separateTexts(instanceToPlain(valid) as Record<string, unknown>, texts);
}

function separateTexts(plain: Readonly<Record<string, unknown>>, names: readonly string[]): CheckedInput {
  const input: Record<string, unknown> = {};
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(plain)) {
    if (names.includes(name) && typeof value === 'string') texts[name] = value;
    else if (value !== undefined) input[name] = value;
  }
  return { input, texts };
}
