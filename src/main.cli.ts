#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { EXIT } from './app/cli/cli-context';
import { allCommands } from './app/cli/all-commands';
import { describeFailure } from './app/cli/describe-failure';

/** The command line: `thidua <command>`. Exit codes: 0 done, 1 refused or failed check, 2 wrong usage. */
async function main(argv: readonly string[]): Promise<void> {
  const program = new Command('thidua')
    .description('Workflow engine for emulation and commendation (thi đua, khen thưởng)')
    .exitOverride()
    .showHelpAfterError();
  for (const add of allCommands) add(program);
  for (const command of program.commands) command.exitOverride();
  try {
    await program.parseAsync(argv);
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
    else {
      process.stderr.write(`${describeFailure(error)}\n`);
      process.exitCode = EXIT.refused;
    }
  }
}

void main(process.argv);
