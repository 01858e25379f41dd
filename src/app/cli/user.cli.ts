import type { Command } from 'commander';
import { localDate } from '../../../workflows/kernel';
import { SYSTEM_ACTOR } from '../../platform/auth/actor';
import { ROLES } from '../../platform/auth/permission';
import { TokensService } from '../../users';
import { choice } from './choice';
import { standardOutput, withApp, type JsonOption } from './cli-context';
import { nextCommandId, printResult, sendCommand } from './send-command';
import { UsageError } from './usage-error';

interface AddOptions extends JsonOption {
  readonly email?: string;
  readonly person?: string;
  readonly unit?: string;
}

interface SeatOptions extends JsonOption {
  readonly role: string;
  readonly unit: string;
  readonly council?: string;
  readonly from: string;
  readonly to?: string;
}

interface TokenOptions extends JsonOption {
  readonly expires?: string;
}

/** `thidua user add | seat | token`: accounts, for whoever sets the system up. */
export function userCommand(program: Command): void {
  const user = program.command('user').description('Keep accounts, seats and tokens');
  addCommand(user);
  seatCommand(user);
  tokenCommand(user);
}

function addCommand(user: Command): void {
  user
    .command('add')
    .description('Add an account; prints its id')
    .argument('<login>')
    .option('--email <address>')
    .option('--person <id>', 'the person who uses it')
    .option('--unit <id>', 'the unit that keeps it')
    .option('--json', 'as JSON')
    .action((login: string, { email, person, unit, json = false }: AddOptions) =>
      sendCommand({ type: 'user.add', fields: { login, email, personId: person, unitId: unit }, json }),
    );
}

function seatCommand(user: Command): void {
  user
    .command('seat')
    .description('Give an account a seat')
    .argument('<userId>')
    .addOption(choice('--role <role>', ROLES).makeOptionMandatory())
    .requiredOption('--unit <id>')
    .option('--council <id>', 'needed for a chair or member of one')
    .requiredOption('--from <day>', 'first day, like 2024-01-01')
    .option('--to <day>', 'last day, included')
    .option('--json', 'as JSON')
    .action((userId: string, { role, unit, council, from, to, json = false }: SeatOptions) => {
      const fields = { role, unitId: unit, councilId: council, validFrom: from, validTo: to };
      return sendCommand({ type: 'user.giveSeat', instanceId: userId, fields, json });
    });
}

function tokenCommand(user: Command): void {
  user
    .command('token')
    .description('Issue a bearer token and print it, this once')
    .argument('<userId>')
    .option('--expires <day>', 'last day, included')
    .option('--json', 'as JSON')
    .action(async (userId: string, { expires, json = false }: TokenOptions) => {
      const expiresOn = expires === undefined ? undefined : day(expires);
      const { result, tokenId, token } = await withApp((app) => {
        const tokens = app.get(TokensService, { strict: false });
        return tokens.issue({ actor: SYSTEM_ACTOR, commandId: nextCommandId(app), userId, expiresOn });
      });
      if (token === null) printResult(result, json);
      else if (json) standardOutput.json({ tokenId, token });
      else standardOutput.line(token);
    });
}

function day(text: string): ReturnType<typeof localDate> {
  try {
    return localDate(text);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
