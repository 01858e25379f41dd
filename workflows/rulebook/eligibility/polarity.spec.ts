import fc from 'fast-check';
import { localDate, type LocalDate } from '../../kernel';
import type { Finding } from './answer.types';
import type { Evaluate } from './compile';
import type { Evidence, EvidenceSource } from './evidence.types';
import { DISCIPLINE_ORDER, RATING_ORDER, SCOPE_ORDER } from './orders';
import type { EvidenceKind } from './predicate';
import { PREDICATES } from './predicates';
import { rulebooksWith, SAMPLES } from './testing/condition-samples';
import { evidenceOf, questionOf } from './testing/samples';

const source: fc.Arbitrary<EvidenceSource> = fc.record({
  kind: fc.constantFrom('case', 'record', 'register'),
  id: fc.constantFrom('1', '2', '3', '4'),
});
const year = fc.integer({ min: 2020, max: 2025 });
const day: fc.Arbitrary<LocalDate> = fc
  .tuple(year, fc.integer({ min: 1, max: 12 }), fc.constantFrom('01', '15', '28'))
  .map(([of, month, on]) => localDate(`${of}-${String(month).padStart(2, '0')}-${on}`));
const dayOrNone = fc.option(day);
const rating = fc.record({ year, rating: fc.constantFrom(...RATING_ORDER), source });
const award = fc
  .record({
    tier: fc.constantFrom('LDTT', 'GK', 'X'),
    decidedOn: day,
    achievedFrom: dayOrNone,
    achievedTo: dayOrNone,
    commendation: fc.constantFrom('merit', 'sudden', null),
    achievementId: fc.constantFrom('t1', 't2', null),
    source,
  })
  .map((each) =>
    each.achievedFrom !== null && each.achievedTo !== null && each.achievedFrom <= each.achievedTo
      ? each
      : { ...each, achievedFrom: null, achievedTo: null },
  );
const use = fc.record({ id: fc.constantFrom('1', '2'), tier: fc.constantFrom('LDTT', 'GK', null) });
const initiative = fc.record({
  kind: fc.constantFrom('initiative' as const, 'research' as const),
  scope: fc.constantFrom(...SCOPE_ORDER),
  recognisedOn: day,
  usedFor: fc.array(use, { maxLength: 1 }),
  source,
});
const discipline = fc.record({
  form: fc.constantFrom(...DISCIPLINE_ORDER, 'other'),
  from: day,
  until: dayOrNone,
  source,
});
const freeze = fc.record({ from: day, until: dayOrNone, source });
const service = fc.record({ position: fc.constantFrom('A', 'B'), from: day, until: dayOrNone, source });
const leadership = fc.record({
  of: fc.constantFrom('cluster' as const, 'campaign' as const),
  year,
  level: fc.constantFrom('province' as const, 'unit' as const),
  months: fc.constantFrom(12, 36, null),
  source,
});
const judgement = fc.record({
  condition: fc.constantFrom('a', 'b'),
  finding: fc.constantFrom('met' as const, 'notMet' as const),
  source,
});
const members = fc.record({
  year: fc.constantFrom(2023, 2024),
  members: fc.constant(5),
  holders: fc
    .option(fc.integer({ min: 0, max: 5 }))
    .map((count): Record<string, number> => (count === null ? {} : { LDTT: count })),
  ratedAtLeast: fc.option(fc.integer({ min: 0, max: 5 })).map((count) => (count === null ? {} : { good: count })),
  gravestDiscipline: fc.constantFrom(null, 'reprimand', 'warning', 'other'),
  source,
});

const evidence: fc.Arbitrary<Evidence> = fc
  .record({
    isWoman: fc.constantFrom(true, false, null),
    employedFrom: dayOrNone,
    ratings: fc.array(rating, { maxLength: 6 }),
    awards: fc.array(award, { maxLength: 4 }),
    initiatives: fc.array(initiative, { maxLength: 3 }),
    disciplines: fc.array(discipline, { maxLength: 2 }),
    freezes: fc.array(freeze, { maxLength: 2 }),
    services: fc.array(service, { maxLength: 3 }),
    members: fc.array(members, { maxLength: 2 }),
    leaderships: fc.array(leadership, { maxLength: 2 }),
    judgements: fc.array(judgement, { maxLength: 2 }),
    completeFrom: dayOrNone,
    existsFrom: dayOrNone,
  })
  .map((given) => evidenceOf(given));

type Change = fc.Arbitrary<(evidence: Evidence) => Evidence>;
type ListKey = { [Key in keyof Evidence]-?: Evidence[Key] extends readonly unknown[] ? Key : never }[keyof Evidence];

const adding = <Key extends ListKey>(key: Key, each: fc.Arbitrary<Evidence[Key][number]>): Change =>
  each.map((one) => (given) => ({ ...given, [key]: [...given[key], one] }));

/** One more fact that speaks for the subject where the kind of evidence supports. */
const BETTER: Readonly<Record<EvidenceKind, Change>> = {
  rating: fc.oneof(
    adding(
      'ratings',
      rating.map((one) => ({ ...one, rating: 'excellent' as const })),
    ),
    year.map((of) => (given: Evidence) => ({
      ...given,
      ratings: given.ratings.map((one) => (one.year === of ? { ...one, rating: 'excellent' as const } : one)),
    })),
  ),
  award: adding('awards', award),
  initiative: adding('initiatives', initiative),
  initiativeUse: fc.constant((given) => ({
    ...given,
    initiatives: given.initiatives.map((one) => ({ ...one, usedFor: [] })),
  })),
  discipline: fc.constant((given) => ({ ...given, disciplines: [] })),
  freeze: fc.constant((given) => ({ ...given, freezes: [] })),
  service: adding('services', service),
  members: fc.constant((given) => ({
    ...given,
    members: given.members.map((one) => ({
      ...one,
      holders: Object.fromEntries(Object.entries(one.holders).map(([tier, count]) => [tier, Math.min(5, count + 1)])),
      ratedAtLeast: Object.fromEntries(
        Object.entries(one.ratedAtLeast ?? {}).map(([of, count]) => [of, Math.min(5, count + 1)]),
      ),
      gravestDiscipline: null,
    })),
  })),
  leadership: adding('leaderships', leadership),
  judgement: adding(
    'judgements',
    judgement.map((one) => ({ ...one, finding: 'met' as const })),
  ),
};

/** One more fact that speaks against the subject. */
const WORSE: Readonly<Partial<Record<EvidenceKind, Change>>> = {
  rating: adding(
    'ratings',
    rating.map((one) => ({ ...one, rating: 'notCompleted' as const })),
  ),
  award: adding('awards', award),
  initiativeUse: use.map((one) => (given) => ({
    ...given,
    initiatives: given.initiatives.map((each) => ({ ...each, usedFor: [...each.usedFor, one] })),
  })),
  discipline: adding('disciplines', discipline),
  freeze: adding('freezes', freeze),
  judgement: adding(
    'judgements',
    judgement.map((one) => ({ ...one, finding: 'notMet' as const })),
  ),
  members: adding(
    'members',
    members.map((one) => ({ ...one, holders: { LDTT: 0 }, ratedAtLeast: { good: 0 }, gravestDiscipline: 'dismissal' })),
  ),
};

const RANK: Readonly<Record<Finding, number>> = { notMet: 0, notProven: 1, met: 2 };
const rankOf = (evaluate: Evaluate, given: Evidence): number => {
  const { standard, common } = evaluate(questionOf(given, { achievementId: 't1', caseId: '4' }));
  return RANK[(standard ?? common[0])!.finding];
};

const CASES = Object.entries(SAMPLES).flatMap(([name, all]) =>
  all.map((given) => ({ name, given, label: JSON.stringify(given) })),
);
const RUNS = { numRuns: 40 };

describe('polarity', () => {
  it('is declared, and played, for every predicate', () => {
    expect(Object.keys(SAMPLES)).toEqual(Object.keys(PREDICATES));
  });

  it.each(CASES)('of $name $label: what supports never makes it worse', ({ name, given }) => {
    const { polarity } = PREDICATES[name]!;
    for (const evaluate of rulebooksWith(name, given)) {
      for (const [kind, sign] of Object.entries(polarity) as [EvidenceKind, string][]) {
        // Less of what is adverse supports; less of what supports was never known.
        const isPlayed = sign === 'supporting' || (sign === 'adverse' && kind !== 'award');
        if (!isPlayed) continue;
        fc.assert(
          fc.property(evidence, BETTER[kind], (known, change) => {
            expect(rankOf(evaluate, change(known))).toBeGreaterThanOrEqual(rankOf(evaluate, known));
          }),
          RUNS,
        );
      }
    }
  });

  it.each(CASES)('of $name $label: what is adverse never makes it better', ({ name, given }) => {
    const { polarity } = PREDICATES[name]!;
    for (const evaluate of rulebooksWith(name, given)) {
      for (const [kind, change] of Object.entries(WORSE) as [EvidenceKind, Change][]) {
        const isFactOfAnySign =
          kind === 'award' || kind === 'initiativeUse' || kind === 'discipline' || kind === 'freeze';
        if (polarity[kind] === 'none' || (polarity[kind] === 'supporting' && isFactOfAnySign)) continue;
        fc.assert(
          fc.property(evidence, change, (known, worse) => {
            expect(rankOf(evaluate, worse(known))).toBeLessThanOrEqual(rankOf(evaluate, known));
          }),
          RUNS,
        );
      }
    }
  });
});

describe('an answer', () => {
  const shuffled = (given: Evidence, seed: number): Evidence => {
    const turn = <Fact>(facts: readonly Fact[]): readonly Fact[] => {
      const by = facts.length === 0 ? 0 : seed % facts.length;
      return [...facts.slice(by), ...facts.slice(0, by)].reverse();
    };
    return {
      ...given,
      ratings: turn(given.ratings),
      awards: turn(given.awards),
      initiatives: turn(given.initiatives),
      disciplines: turn(given.disciplines),
      freezes: turn(given.freezes),
      services: turn(given.services),
      members: turn(given.members),
      leaderships: turn(given.leaderships),
      judgements: turn(given.judgements),
    };
  };

  it.each(CASES)('on $name $label is the same in whatever order evidence was found', ({ name, given }) => {
    for (const evaluate of rulebooksWith(name, given)) {
      fc.assert(
        fc.property(evidence, fc.nat(), (known, seed) => {
          expect(evaluate(questionOf(shuffled(known, seed))).standard).toEqual(evaluate(questionOf(known)).standard);
        }),
        RUNS,
      );
    }
  });
});
