import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DescribedCommand } from '../../src/platform/runner/command-catalogue';
import { readScenario, type Scenario } from '../../src/rehearsal';

export const SCENARIOS = join(__dirname, '../scenarios');

/** The files that a test plays. A year of a province takes minutes: it is read and played by hand. */
export const PLAYED = readdirSync(SCENARIOS).filter((name) => name.endsWith('.yaml') && name !== 'province.yaml');

/** Commands that no user sends from a file, and why. */
const NOT_BY_HAND: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['startReview', 'returnToList', 'recommend', 'decline', 'decide'].map((name) => [
      `award.${name}`,
      'follows from what a council or an authority does',
    ]),
  ),
  'campaign.adoptRelease': 'a rehearsal has one release of the rules',
  'job.startBulk': 'needs the token of a preview',
  'job.cancel': 'work that is asked for in a file is done before the next step',
  'job.resume': 'no work fails in a rehearsal that is as expected',
  'notice.read': 'a notice has no name in a file',
};

/** Refusals that no step of a file can meet, and why. */
const NOT_MET: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['AWARD', 'CAMPAIGN', 'DECISION', 'PLEDGE', 'REVIEW'].map((machine) => [
      `${machine}.REASON_MISSING`,
      'a request without a reason is wrong before any rule is asked',
    ]),
  ),
  'CAMPAIGN.NO_ISSUER': 'a request that names no issuer is wrong before any rule is asked',
  'CAMPAIGN.INDICATOR_WITHOUT_MEASURE': 'so is an indicator without a measure',
  'DECISION.NO_CASES': 'so is a decision over nothing',
  'DECISION.TOO_MANY_CASES': 'so is one over more than 5,000 cases at once',
  'CAMPAIGN.CYCLE_OPEN_ALREADY': 'an award cycle is called by the command that opens it, which counts once',
  'PLATFORM.ALREADY_EXISTS': 'what a command opens is called by the command, which counts once',
  'AWARD.OTHER_RELEASE': 'a rehearsal has one release of the rules',
  'FUND.NOT_OPEN': 'books that nobody opened have no name in a file',
  'REVIEW.COUNT_MISSING': 'the boxes of all closed ballots are counted together',
  'BULK.TOO_MANY': 'takes more than 5,000 people',
  'DECISION.LIST_TOO_LONG': 'takes more than 5,000 cases',
  'DOSSIER.TOO_MANY_LINES': 'takes more than 5,000 names',
  'DOSSIER.TOO_MANY_PAPERS': 'takes more than 200 papers',
  'EXAMPLE.TOO_MANY_LINKS': 'takes more than 200 links',
  'IMPORT.TOO_MANY_ROWS': 'takes more than 100,000 rows',
  'PUBLICITY.TOO_MANY_PIECES': 'takes more than 500 pieces',
};

type CommandStep = Scenario['setUp'][number];

/** What the played files leave out of what the application describes, and what stands on a list of exceptions in vain. */
interface Coverage {
  readonly missing: readonly string[];
  readonly needless: readonly string[];
}

/** Whether every command is accepted at least once, by its type. */
export function commandCoverage(described: ReadonlyMap<string, DescribedCommand>): Coverage {
  const accepted = commandsPlayed().filter(({ expected }) => expected.outcome === 'accepted');
  return coverage([...described.keys()], new Set(accepted.map(({ do: type }) => type)), NOT_BY_HAND);
}

/** Whether every reason for which a command may be refused is met at least once, by its code. */
export function refusalCoverage(described: ReadonlyMap<string, DescribedCommand>): Coverage {
  const given = [...described.values()].flatMap(({ refusals }) => refusals.map(({ code }) => code));
  const met = commandsPlayed().flatMap(({ expected }) => (expected.outcome === 'refused' ? expected.codes : []));
  return coverage([...new Set(given)], new Set(met), NOT_MET);
}

function coverage(
  wanted: readonly string[],
  played: ReadonlySet<string>,
  exceptions: Readonly<Record<string, string>>,
): Coverage {
  return {
    missing: wanted.filter((each) => !played.has(each) && !(each in exceptions)).sort(),
    needless: Object.keys(exceptions).filter((each) => !wanted.includes(each) || played.has(each)),
  };
}

const known = new Map<string, Scenario>();

/** A file of the folder as it is read: once, however often it is asked for. */
export function scenarioOf(name: string): Scenario {
  const scenario = known.get(name) ?? readScenario(name, readFileSync(join(SCENARIOS, name), 'utf8'));
  known.set(name, scenario);
  return scenario;
}

/** The commands of all played files, those that fill registers among them. */
function commandsPlayed(): readonly CommandStep[] {
  return PLAYED.map(scenarioOf).flatMap(({ setUp, steps }) => [
    ...setUp,
    ...steps.flatMap((step) => {
      if (step.kind === 'batch') return step.commands;
      return step.kind === 'command' ? [step] : [];
    }),
  ]);
}
