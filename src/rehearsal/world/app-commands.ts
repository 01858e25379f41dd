import { SYSTEM_ACTOR, type Actor } from '../../platform/auth/actor';
import { TokenDirectory } from '../../platform/auth/token-directory.port';
import { AppError } from '../../platform/errors/app-error';
import { problemOf } from '../../platform/http/problems/problem-of';
import { derivedId } from '../../platform/ids/derived-id';
import { CommandAvailability } from '../../platform/runner/command-availability';
import { CommandDispatcher, type DispatchRequest } from '../../platform/runner/command-dispatcher';
import type { FeatureWorkflow } from '../../platform/runner/feature-workflow';
import { TokensService } from '../../users';
import type { RehearsalApp } from '../rehearsal-app.port';
import type { Outcome, Possibility, SentCommand, Thing, WorldCommands } from './rehearsal-world';

/** Sends commands through the dispatcher, as the holder of a bearer token: as HTTP does. */
export class AppCommands implements WorldCommands {
  private readonly dispatcher: CommandDispatcher;
  private readonly directory: TokenDirectory;
  private readonly tokens = new Map<string, string>();

  constructor(
    private readonly app: RehearsalApp,
    private readonly workflows: ReadonlyMap<string, FeatureWorkflow>,
  ) {
    this.dispatcher = app.get(CommandDispatcher);
    this.directory = app.get(TokenDirectory);
  }

  async signIn(userId: string): Promise<void> {
    const commandId = derivedId('rehearsal.signIn', userId);
    const { token } = await this.app.get(TokensService).issue({ actor: SYSTEM_ACTOR, commandId, userId });
    if (token === null) throw new Error(`The user ${userId} gets no token`);
    this.tokens.set(userId, token);
  }

  async send({ userId, ...command }: SentCommand): Promise<Outcome> {
    const actor = await this.actorOf(userId);
    try {
      return await this.dispatcher.dispatch({ actor, ...command });
    } catch (error) {
      return outcomeOf(error);
    }
  }

  async sendMany(commands: readonly SentCommand[]): Promise<readonly Outcome[]> {
    const outcomes: Outcome[] = [];
    for (const unit of unitsOf(commands)) outcomes.push(...(await this.sendUnit(unit)));
    return outcomes;
  }

  /** What was not accepted among many is sent alone, so that it is told what anybody would be told. */
  private async sendUnit(commands: readonly SentCommand[]): Promise<readonly Outcome[]> {
    const actor = await this.actorOf(commands[0]?.userId ?? null);
    const found = await this.tryMany(commands.map(({ userId: _, ...command }) => ({ actor, ...command })));
    const outcomes: Outcome[] = [];
    for (const [index, command] of commands.entries()) {
      const outcome = found[index];
      outcomes.push(outcome?.outcome === 'accepted' ? outcome : await this.send(command));
    }
    return outcomes;
  }

  /** Nothing where one of them cannot be taken: then each is asked alone. */
  private async tryMany(requests: readonly DispatchRequest[]): Promise<readonly Outcome[]> {
    try {
      return await this.dispatcher.dispatchMany(requests);
    } catch (error) {
      if (error instanceof AppError) return [];
      throw error;
    }
  }

  /** Nothing for what has no machine: registers say what may be done only when it is tried. */
  async possibilitiesOf(userId: string, thing: Thing): Promise<readonly Possibility[]> {
    const workflow = this.workflows.get(thing.kind);
    if (!workflow) return [];
    const actor = await this.actorOf(userId);
    const { items } = await this.app.get(CommandAvailability).of(workflow, actor, thing.id);
    return items.map(({ type, isPossible, isPermitted, reasons }) => ({
      type,
      isPossible,
      isPermitted,
      reasonCodes: reasons.map(({ code }) => code),
    }));
  }

  /** With the seats of this moment. */
  private async actorOf(userId: string | null): Promise<Actor> {
    if (userId === null) return SYSTEM_ACTOR;
    const token = this.tokens.get(userId);
    const actor = token === undefined ? null : await this.directory.actorOf(token);
    if (!actor) throw new Error(`The user ${userId} has not signed in`);
    return actor;
  }
}

/** Runs of commands of one user and type, in their order. */
function unitsOf(commands: readonly SentCommand[]): readonly (readonly SentCommand[])[] {
  const units: SentCommand[][] = [];
  for (const command of commands) {
    const [last] = units.slice(-1);
    const isLike = last?.[0]?.userId === command.userId && last[0].type === command.type;
    if (last && isLike) last.push(command);
    else units.push([command]);
  }
  return units;
}

/** What a wrong request is told, as HTTP would tell it. Throws what is a fault. */
function outcomeOf(error: unknown): Outcome {
  if (!(error instanceof AppError)) throw error;
  const { status, code, detail, errors = [] } = problemOf(error, { language: 'vi', instance: '' });
  if (status >= 500) throw error;
  return { outcome: 'problem', code, message: detail, reasons: errors };
}
