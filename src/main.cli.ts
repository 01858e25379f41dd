#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { EXIT } from './app/cli/cli-context';
import { allCommands } from './app/cli/all-commands';
import { describeFailure, exitCodeOf } from './app/cli/describe-failure';
import { packageVersion } from './platform/http/openapi/openapi-document';

/** The command line: `thidua <command>`. Exit codes: 0 done, 1 refused or failed check, 2 wrong usage. */
async function main(argv: readonly string[]): Promise<void> {
  const program = new Command('thidua')
    .description('Workflow engine for emulation and commendation (thi đua, khen thưởng)')
    .version(packageVersion())
    .exitOverride()
    .showHelpAfterError();
  for (const add of allCommands) add(program);
  try {
    await program.parseAsync(argv);
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
    else {
      process.stderr.write(`${describeFailure(error)}\n`);
      process.exitCode = exitCodeOf(error);
    }
  }
}

// Whoever reads only the beginning (`thidua verify | head`) has seen enough: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

void main(process.argv);
