import { SYSTEM_ACTOR, type Actor } from '../../platform/auth/actor';
import { TokenDirectory } from '../../platform/auth/token-directory.port';
import { AppError } from '../../platform/errors/app-error';
import { problemOf } from '../../platform/http/problems/problem-of';
import { derivedId } from '../../platform/ids/derived-id';
import { CommandAvailability } from '../../platform/runner/command-availability';
import { CommandDispatcher } from '../../platform/runner/command-dispatcher';
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

/** What a wrong request is told, as HTTP would tell it. Throws what is a fault. */
function outcomeOf(error: unknown): Outcome {
  if (!(error instanceof AppError)) throw error;
  const { status, code, detail, errors = [] } = problemOf(error, { language: 'vi', instance: '' });
  if (status >= 500) throw error;
  return { outcome: 'problem', code, message: detail, reasons: errors };
}
