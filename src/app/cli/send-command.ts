import type { INestApplicationContext } from '@nestjs/common';
import { SYSTEM_ACTOR } from '../../platform/auth/actor';
import { Ids } from '../../platform/ids/ids.port';
import { CommandDispatcher } from '../../platform/runner/command-dispatcher';
import type { CommandResult } from '../../platform/runner/command-result';
import { EXIT, standardOutput, withApp, type JsonOption } from './cli-context';

/** A command that whoever runs the machine gives, with what was typed; options left out are undefined. */
export interface TypedCommand extends JsonOption {
  readonly type: string;
  readonly instanceId?: string;
  readonly fields: Readonly<Record<string, string | undefined>>;
}

/** Sends a command through the one door, as the system, and prints what came of it. */
export async function sendCommand({ type, instanceId, fields, json = false }: TypedCommand): Promise<void> {
  const input = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const result = await withApp((app) =>
    app.get(CommandDispatcher, { strict: false }).dispatch({
      actor: SYSTEM_ACTOR,
      commandId: nextCommandId(app),
      type,
      input,
      ...(instanceId === undefined ? {} : { instanceId }),
    }),
  );
  printResult(result, json);
}

/** An id for a command that nobody will repeat. */
export function nextCommandId(app: INestApplicationContext): string {
  return app.get(Ids, { strict: false }).next();
}

/** Prints the id of what was changed, or every reason of the refusal; the exit code says which. */
export function printResult(result: CommandResult, json: boolean): void {
  if (result.outcome !== 'accepted') process.exitCode = EXIT.refused;
  if (json) standardOutput.json(result);
  else for (const line of linesOf(result)) standardOutput.line(line);
}

function linesOf(result: CommandResult): readonly string[] {
  switch (result.outcome) {
    case 'accepted':
      return [result.id];
    case 'refused':
      return result.reasons.map(({ code, message }) => `${code}: ${message.en}`);
    case 'forbidden':
      return [`Forbidden; needed: ${result.permissions.join(' or ')}`];
    case 'stale':
      return [`Somebody has changed it meanwhile; its version is ${result.version}`];
  }
}
