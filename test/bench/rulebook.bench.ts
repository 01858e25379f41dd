import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Engine, type TopLevelCondition } from 'json-rules-engine';
import { loadRelease } from '../../src/rulebooks/rulebooks.loader';
import { compileEligibility, type Evidence, type Rulebook } from '../../workflows/rulebook';
import type { ClosableContest } from './command.bench';
import type { Measurement } from './harness';
import { questionOf, subjectOf } from './rulebook-subjects';

const SUBJECTS = 100_000;
const CONFIG = join(__dirname, '..', '..', 'config');

/** One standard of the nation, with every leaf and its status, against the same rule in `json-rules-engine`. */
export function ruleContest(): Promise<ClosableContest> {
  const evaluate = compileEligibility({ ...nationalRulebook(), common: [] });
  const engine = new Engine([{ conditions: CSTDCS, event: { type: 'eligible' } }], { allowUndefinedFacts: true });
  const questions = subjects(SUBJECTS).map((evidence) => questionOf(evidence, 'CSTDCS'));
  const expected = questions.filter(({ evidence }) => isEligible(plainFacts(evidence))).length;
  return Promise.resolve({
    name: 'rulebook.rule',
    unit: 'evaluations/s',
    reference: 'json-rules-engine 7',
    target: 10,
    blockSize: SUBJECTS,
    pairs: 5,
    ours: async () => {
      let eligible = 0;
      for (const question of questions) if (evaluate(question).finding === 'met') eligible += 1;
      agree(eligible, expected);
    },
    theirs: async () => {
      let eligible = 0;
      for (const { evidence } of questions) {
        const { events } = await engine.run(plainFacts(evidence));
        if (events.length > 0) eligible += 1;
      }
      agree(eligible, expected);
    },
    close: () => Promise.resolve(),
  });
}

/** Every tier of the nation's rulebook, common rules and all, for every subject; against the one rule alone. */
export function tiersContest(): Promise<ClosableContest> {
  const rulebook = nationalRulebook();
  const evaluate = compileEligibility(rulebook);
  const codes = tiersOf(rulebook);
  const evidences = subjects(SUBJECTS);
  const all = (asked: readonly string[], times: number): Promise<void> => {
    for (let time = 0; time < times; time += 1) {
      for (const evidence of evidences) for (const code of asked) evaluate(questionOf(evidence, code));
    }
    return Promise.resolve();
  };
  return Promise.resolve({
    name: 'rulebook.tiers',
    unit: 'evaluations/s',
    reference: `CSTDCS ${codes.length} times instead of ${codes.length} tiers`,
    target: null,
    blockSize: SUBJECTS * codes.length,
    pairs: 1,
    ours: () => all(codes, 1),
    theirs: () => all(['CSTDCS'], codes.length),
    close: () => Promise.resolve(),
  });
}

/** The heap after all tiers for ten thousand subjects and for a hundred thousand, each made, asked about and let go. */
export function measureMemory(): Measurement {
  const rulebook = nationalRulebook();
  const evaluate = compileEligibility(rulebook);
  const codes = tiersOf(rulebook);
  const heapAfter = (count: number): number => {
    for (let index = 0; index < count; index += 1) {
      const evidence = subjectOf(index);
      for (const code of codes) evaluate(questionOf(evidence, code));
    }
    return settledHeap();
  };
  heapAfter(1_000);
  const few = heapAfter(SUBJECTS / 10);
  const many = heapAfter(SUBJECTS);
  const ratio = Math.round((1000 * few) / many) / 1000;
  return {
    name: 'rulebook.memory',
    value: Math.round(many / 1024),
    unit: `KiB of heap after ${SUBJECTS} subjects`,
    reference: { name: `the same after ${SUBJECTS / 10}`, value: Math.round(few / 1024) },
    ratio,
    spread: [ratio, ratio],
    target: 0.9,
    ok: ratio >= 0.9,
  };
}

/** The standard as `config/rulebooks/r3.yaml` has it (Law 06/2022/QH15, articles 23 and 24), over plain facts. */
const CSTDCS: TopLevelCondition = {
  all: [
    {
      any: [
        {
          all: [
            { fact: 'rating', operator: 'greaterThanInclusive', value: 2 },
            { fact: 'solidarityAndMovement', operator: 'equal', value: true },
          ],
        },
        {
          all: ['productiveWork', 'movementAndSocialActivity', 'lawAbiding'].map((fact) => ({
            fact,
            operator: 'equal',
            value: true,
          })),
        },
      ],
    },
    {
      any: [
        { fact: 'rating', operator: 'greaterThanInclusive', value: 3 },
        { fact: 'initiatives', operator: 'greaterThanInclusive', value: 1 },
        { fact: 'research', operator: 'greaterThanInclusive', value: 1 },
        { fact: 'combatIngenuity', operator: 'equal', value: true },
      ],
    },
  ],
};

type PlainFacts = Readonly<Record<string, number | boolean>>;

/** What the reference is asked about: years, scopes and uses are looked up for it by hand. */
function plainFacts({ ratings, initiatives, judgements }: Evidence): PlainFacts {
  const free = initiatives.filter(
    ({ recognisedOn, usedFor }) => recognisedOn >= '2025-01-01' && recognisedOn <= '2025-12-31' && usedFor.length === 0,
  );
  const order = ['notCompleted', 'completed', 'good', 'excellent'];
  return {
    rating: order.indexOf(ratings.find(({ year }) => year === 2025)?.rating ?? 'notCompleted'),
    initiatives: free.filter(({ kind }) => kind === 'initiative').length,
    research: free.filter(({ kind }) => kind === 'research').length,
    ...Object.fromEntries(judgements.map(({ condition, finding }) => [condition, finding === 'met'])),
  };
}

/** The same once more in plain code, so that nobody wins by answering something else. */
function isEligible(given: PlainFacts): boolean {
  const { rating = 0, initiatives = 0, research = 0 } = given;
  const isAdvanced =
    (Number(rating) >= 2 && given.solidarityAndMovement === true) ||
    (given.productiveWork === true && given.movementAndSocialActivity === true && given.lawAbiding === true);
  const isOutstanding = rating === 3 || Number(initiatives) > 0 || Number(research) > 0;
  return isAdvanced && (isOutstanding || given.combatIngenuity === true);
}

function agree(found: number, wanted: number): void {
  if (found !== wanted) throw new Error(`${found} were found eligible, and ${wanted} are`);
}

function nationalRulebook(): Rulebook {
  const release = loadRelease({ rulebooks: join(CONFIG, 'rulebooks'), calendar: join(CONFIG, 'calendar') });
  const rulebook = release.rulebooks.find(({ regime }) => regime === 'R3');
  if (!rulebook) throw new Error('There is no rulebook of R3');
  return rulebook;
}

/** Those that have a standard for a person. */
function tiersOf({ tiers }: Rulebook): readonly string[] {
  return tiers.filter(({ standards }) => standards?.person).map(({ code }) => code);
}

function subjects(count: number): readonly Evidence[] {
  return Array.from({ length: count }, (_, index) => subjectOf(index));
}

function settledHeap(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  return process.memoryUsage().heapUsed;
}
