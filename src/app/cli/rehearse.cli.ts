import type { Command } from 'commander';
import { rehearseFiles } from '../../rehearsal';
import { openRehearsalApp } from '../rehearsal-app';
import { standardOutput } from './cli-context';

/** `thidua rehearse FILE…`: plays whole campaigns on a throw-away database and a virtual clock. */
export function rehearseCommand(program: Command): void {
  program
    .command('rehearse')
    .description('Play scenario files on a throw-away database and a virtual clock')
    .argument('<files...>', 'YAML files; see test/scenarios/README.md')
    .option('--json', 'as one JSON object')
    .action(async (files: string[], { json = false }: { json?: boolean }) => {
      const line = (text: string): void => {
        standardOutput.line(text);
      };
      const report = await rehearseFiles(files, { open: openRehearsalApp, ...(json ? {} : { line }), progress });
      if (json) standardOutput.json(report);
      process.exitCode = report.exitCode;
    });
}

/** Tells on a terminal how far a long file is; nothing is written into files and pipes. */
function progress(file: string, done: number, total: number): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\r${file}: ${done}/${total}${done === total ? '\n' : ''}`);
}
