import type { Command } from 'commander';
import { backupCommand } from './backup.cli';
import { clockCommand } from './clock.cli';
import { exportCommand } from './export.cli';
import { importCommand } from './import.cli';
import { migrateCommand } from './migrate.cli';
import { rehearseCommand } from './rehearse.cli';
import { restoreCommand } from './restore.cli';
import { rulebookCommand } from './rulebook.cli';
import { seedCommand } from './seed.cli';
import { serveCommand } from './serve.cli';
import { tallyCommand } from './tally.cli';
import { unitCommand } from './unit.cli';
import { userCommand } from './user.cli';
import { verifyCommand } from './verify.cli';
import { workerCommand } from './worker.cli';
import { workflowCommand } from './workflow.cli';

/** Every command of the command line, in the order of its help. */
export const allCommands: readonly ((program: Command) => void)[] = [
  serveCommand,
  workerCommand,
  migrateCommand,
  seedCommand,
  unitCommand,
  userCommand,
  importCommand,
  rehearseCommand,
  verifyCommand,
  backupCommand,
  restoreCommand,
  tallyCommand,
  exportCommand,
  workflowCommand,
  rulebookCommand,
  clockCommand,
];
