import type { Command } from 'commander';
import { VerifyService } from '../../platform/invariants/verify.service';
import { EXIT, standardOutput, withApp } from './cli-context';

interface VerifyOptions {
  readonly json?: boolean;
  readonly only?: readonly string[];
}

/** `thidua verify`: checks every promise that data can show, on live data. */
export function verifyCommand(program: Command): void {
  program
    .command('verify')
    .description('Check the stored data against every promise that data can show')
    .option('--json', 'as JSON')
    .option('--only <names...>', 'only these checks')
    .action(async ({ json = false, only }: VerifyOptions) => {
      const report = await withApp((app) => app.get(VerifyService, { strict: false }).run(only ? { only } : {}));
      if (json) standardOutput.json(report);
      else {
        for (const check of report.checks) {
          const outcome = check.ok ? 'ok' : `${check.violations.length} violations`;
          standardOutput.line(
            `${outcome.padEnd(14)} ${check.name} (promise ${check.promise}, ${check.checked} checked)`,
          );
          for (const { subject, message } of check.violations) standardOutput.line(`    ${subject}: ${message}`);
        }
      }
      if (!report.ok) process.exitCode = EXIT.refused;
    });
}
