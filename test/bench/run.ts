import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandContest, replayContest, type ClosableContest } from './command.bench';
import { decideContest } from './decide.bench';
import { decisionContest } from './decision.bench';
import { growthContest } from './growth.bench';
import { measure, type Measurement } from './harness';
import { checkImportContest } from './import.bench';
import { httpContest } from './http.bench';
import { measureMemory, ruleContest, tiersContest } from './rulebook.bench';
import { countCaseContest, fullTallyContest, readTallyContest } from './tally.bench';

type Opener = (directory: string) => Promise<ClosableContest>;

const CONTESTS: Readonly<Record<string, Opener>> = {
  decide: () => Promise.resolve({ ...decideContest(), close: () => Promise.resolve() }),
  command: commandContest,
  'command-replayed': replayContest,
  'command.growth': growthContest,
  decision: decisionContest,
  http: httpContest,
  'import.check': checkImportContest,
  'tally.full': fullTallyContest,
  'tally.read': readTallyContest,
  'tally.count': countCaseContest,
  'rulebook.tiers': tiersContest,
  'rulebook.rule': ruleContest,
};

/** What is no contest in time: one measurement. */
const MEASUREMENTS: Readonly<Record<string, () => Measurement>> = {
  'rulebook.memory': measureMemory,
};

/** Several that go together, by one name. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  rulebook: ['rulebook.tiers', 'rulebook.rule', 'rulebook.memory'],
};

/** `npm run bench [-- NAME…] [--json]`: measures, one line each; ratios hold, absolute figures are this machine's. */
async function main(argv: readonly string[]): Promise<void> {
  const isJson = argv.includes('--json');
  const asked = argv.filter((argument) => !argument.startsWith('--')).flatMap((name) => GROUPS[name] ?? [name]);
  const known = [...Object.keys(CONTESTS), ...Object.keys(MEASUREMENTS)];
  const names = known.filter((name) => asked.length === 0 || asked.includes(name));
  if (names.length === 0) throw new Error(`Known: ${[...known, ...Object.keys(GROUPS)].join(', ')}`);
  for (const name of names) {
    const measurement =
      MEASUREMENTS[name]?.() ?? (await inDirectory((directory) => run(CONTESTS[name] as Opener, directory)));
    process.stdout.write(`${isJson ? JSON.stringify(measurement) : inWords(measurement)}\n`);
    if (!measurement.ok) process.exitCode = 1;
  }
}

async function run(open: Opener, directory: string): Promise<Measurement> {
  const contest = await open(directory);
  try {
    return await measure(contest);
  } finally {
    await contest.close();
  }
}

async function inDirectory<Result>(work: (directory: string) => Promise<Result>): Promise<Result> {
  const directory = mkdtempSync(join(tmpdir(), 'thidua-bench-'));
  try {
    return await work(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function inWords({ name, value, unit, reference, ratio, spread, target, ok }: Measurement): string {
  const goal = target === null ? '' : ` (target ${target}: ${ok ? 'reached' : 'MISSED'})`;
  return [
    `${name}: ${value} ${unit}`,
    `  against ${reference.name}: ${reference.value} ${unit}`,
    `  ratio ${ratio}, quartiles ${spread.join(' to ')}${goal}`,
  ].join('\n');
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 2;
});
