import type { Command } from 'commander';
import type { CheckReport, VerifyReport } from '../../platform/invariants/verify-report';
import { VerifyService } from '../../platform/invariants/verify.service';
import { EXIT, standardOutput, withApp, type JsonOption } from './cli-context';

interface VerifyOptions extends JsonOption {
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
      else for (const line of [...report.checks.flatMap(linesOf), summaryOf(report)]) standardOutput.line(line);
      if (!report.ok) process.exitCode = EXIT.refused;
    });
}

/** All checks in one sentence. */
export function summaryOf({ checks }: VerifyReport): string {
  const failed = checks.filter(({ ok }) => !ok).length;
  return failed === 0 ? `All ${checks.length} checks passed.` : `${failed} of ${checks.length} checks failed.`;
}

/** One check in lines for people. */
export function linesOf({ name, promise, checked, ok, violationCount, violations }: CheckReport): readonly string[] {
  const outcome = ok ? 'ok' : `${violationCount} violations`;
  return [
    `${outcome.padEnd(14)} ${name} (promise ${promise}, ${checked} checked)`,
    ...violations.map(({ subject, message, level }) => `    ${level ?? 'violation'}: ${subject}: ${message}`),
  ];
}
