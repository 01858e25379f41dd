import type { INestApplicationContext } from '@nestjs/common';
import { localDate } from '../../../workflows/kernel';
import type { Command } from 'commander';
import { SYSTEM_ACTOR } from '../../platform/auth/actor';
import { Ids } from '../../platform/ids/ids.port';
import { CommandDispatcher } from '../../platform/runner/command-dispatcher';
import type { CommandResult } from '../../platform/runner/command-result';
import { TokensService } from '../../users';
import { EXIT, standardOutput, withApp } from './cli-context';

interface AddOptions {
  readonly email?: string;
  readonly person?: string;
  readonly unit?: string;
}

interface SeatOptions {
  readonly role: string;
  readonly unit: string;
  readonly council?: string;
  readonly from: string;
  readonly to?: string;
}

/** `thidua user add | seat | token`: accounts, for whoever sets the system up. */
export function userCommand(program: Command): void {
  const user = program.command('user').description('Keep accounts, seats and tokens');
  user
    .command('add')
    .description('Add an account')
    .argument('<login>')
    .option('--email <address>')
    .option('--person <id>', 'the person who uses it')
    .option('--unit <id>', 'the unit that keeps it')
    .action((login: string, { email, person, unit }: AddOptions) =>
      withApp((app) => run(app, 'user.add', undefined, { login, email, personId: person, unitId: unit })),
    );
  user
    .command('seat')
    .description('Give an account a seat')
    .argument('<userId>')
    .requiredOption('--role <role>')
    .requiredOption('--unit <id>')
    .option('--council <id>')
    .requiredOption('--from <day>', 'first day, like 2024-01-01')
    .option('--to <day>', 'last day, included')
    .action((userId: string, { role, unit, council, from, to }: SeatOptions) =>
      withApp((app) =>
        run(app, 'user.giveSeat', userId, { role, unitId: unit, councilId: council, validFrom: from, validTo: to }),
      ),
    );
  user
    .command('token')
    .description('Issue a bearer token; it is shown this once')
    .argument('<userId>')
    .option('--expires <day>', 'last day, included')
    .action((userId: string, { expires }: { expires?: string }) => withApp((app) => issue(app, userId, expires)));
}

async function run(
  app: INestApplicationContext,
  type: string,
  instanceId: string | undefined,
  fields: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const input = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const commandId = app.get(Ids, { strict: false }).next();
  const dispatcher = app.get(CommandDispatcher, { strict: false });
  tell(
    await dispatcher.dispatch({
      actor: SYSTEM_ACTOR,
      commandId,
      type,
      input,
      ...(instanceId === undefined ? {} : { instanceId }),
    }),
  );
}

async function issue(app: INestApplicationContext, userId: string, expires: string | undefined): Promise<void> {
  const commandId = app.get(Ids, { strict: false }).next();
  const expiresOn = expires === undefined ? undefined : localDate(expires);
  const issued = await app
    .get(TokensService, { strict: false })
    .issue({ actor: SYSTEM_ACTOR, commandId, userId, expiresOn });
  if (issued.token === null) tell(issued.result);
  else standardOutput.line(issued.token);
}

/** Prints the result of a command; the exit code says whether it was accepted. */
export function tell(result: CommandResult): void {
  standardOutput.json(result);
  if (result.outcome !== 'accepted') process.exitCode = EXIT.refused;
}
