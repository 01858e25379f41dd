import { localDate } from '../../../workflows/kernel';
import type {
  ConditionAnswer,
  EligibilityAnswer,
  Finding,
  GroupAnswer,
  Rulebook,
  RuleAnswer,
} from '../../../workflows/rulebook';
import { nextOf, obstaclesOf, obstacleTreesOf, tiersFor } from './outcomes';
import { withheld } from './withheld';

const condition = (is: string, finding: Finding, within?: RuleAnswer): ConditionAnswer => ({
  ...{ kind: 'condition', is, with: {}, finding, used: [], missing: [], citation: 'Điều 23', status: 'verified' },
  ...(within ? { within } : {}),
});

const group = (kind: GroupAnswer['kind'], finding: Finding, ...parts: readonly RuleAnswer[]): GroupAnswer => ({
  ...{ kind, needed: kind === 'all' ? parts.length : 1, finding, status: 'verified', parts },
});

const answer = (tier: string, finding: Finding, standard: RuleAnswer | null, common: readonly RuleAnswer[] = []) =>
  ({
    tier,
    rulebookId: 'mau',
    regime: 'R2',
    finding,
    status: 'verified',
    standard,
    common,
  }) satisfies EligibilityAnswer;

const met = (is = 'ratedAtLeast') => condition(is, 'met');
const notMet = (is = 'ratedAtLeast') => condition(is, 'notMet');

const namesOf = (found: readonly ConditionAnswer[]) => found.map(({ is }) => is);

describe(obstaclesOf.name, () => {
  it('names what is not met and what is not proven, and nothing that is met', () => {
    const standard = group('all', 'notMet', met('a'), notMet('b'), group('any', 'met', notMet('c'), met('d')));
    const common = [condition('e', 'notProven'), met('f')];
    expect(namesOf(obstaclesOf(answer('CSTDCS', 'notMet', standard, common)))).toEqual(['b', 'e']);
  });

  it('goes into the standard of another tier, and stays outside where that has none', () => {
    const inside = condition('meets', 'notMet', group('all', 'notMet', met('a'), notMet('b')));
    const standard = group('all', 'notMet', inside, condition('meets', 'notProven'));
    expect(namesOf(obstaclesOf(answer('CSTDCS', 'notMet', standard)))).toEqual(['b', 'meets']);
  });
});

describe(obstacleTreesOf.name, () => {
  const shapeOf = (tree: RuleAnswer): unknown =>
    tree.kind === 'condition' ? tree.is : [tree.kind, tree.needed, ...tree.parts.map(shapeOf)];
  const shapes = (standard: RuleAnswer) => obstacleTreesOf(answer('CSTDCS', 'notMet', standard)).map(shapeOf);

  it('lists what is needed, and keeps together what would do for one another', () => {
    const either = group('any', 'notMet', notMet('b'), group('all', 'notMet', met('c'), notMet('d'), notMet('e')));
    expect(shapes(group('all', 'notMet', notMet('a'), either))).toEqual(['a', ['any', 1, 'b', ['all', 2, 'd', 'e']]]);
  });

  it('counts how many of several are still needed', () => {
    const two = { ...group('atLeast', 'notMet', met('a'), notMet('b'), notMet('c')), needed: 2 };
    expect(shapes(two)).toEqual([['atLeast', 1, 'b', 'c']]);
  });

  it('names a condition alone where no other would do', () => {
    expect(shapes(group('any', 'notMet', group('all', 'notMet', met('a'), notMet('b'))))).toEqual(['b']);
  });
});

/** Two titles for persons, one above the other; a form, a title of the Party and one for collectives. */
const RULEBOOK = {
  tiers: [
    { code: 'LDTT', family: 'state', kind: 'title', level: 'unit', rank: 1, subjects: ['person'] },
    { code: 'CSTDCS', family: 'state', kind: 'title', level: 'unit', rank: 2, subjects: ['person'] },
    { code: 'GK', family: 'state', kind: 'form', level: 'unit', rank: 1, subjects: ['person', 'collective'] },
    { code: 'TTLDTT', family: 'state', kind: 'title', level: 'unit', subjects: ['collective'] },
    { code: 'GK_DANG', family: 'party', kind: 'form', level: 'unit', subjects: ['person'] },
  ],
} as unknown as Rulebook;

describe(tiersFor.name, () => {
  it('are those of the State that are given to the kind of subject', () => {
    expect(tiersFor(RULEBOOK, 'person').map(({ code }) => code)).toEqual(['LDTT', 'CSTDCS', 'GK']);
    expect(tiersFor(RULEBOOK, 'collective').map(({ code }) => code)).toEqual(['GK', 'TTLDTT']);
  });
});

describe(nextOf.name, () => {
  it('is the lowest of each kind that is not reached', () => {
    const answers = [
      answer('LDTT', 'notMet', notMet()),
      answer('CSTDCS', 'notMet', notMet()),
      answer('GK', 'notMet', notMet()),
    ];
    expect(nextOf(RULEBOOK, answers).map(({ tier }) => tier)).toEqual(['LDTT', 'GK']);
    expect(nextOf(RULEBOOK, [answer('LDTT', 'met', met()), ...answers.slice(1)]).map(({ tier }) => tier)).toEqual([
      'CSTDCS',
      'GK',
    ]);
  });

  it('is nothing of which no standard was seen: nobody knows what is missing', () => {
    expect(nextOf(RULEBOOK, [answer('LDTT', 'notProven', null), answer('CSTDCS', 'notMet', notMet())])).toMatchObject([
      { tier: 'CSTDCS' },
    ]);
  });
});

const PERIOD = { from: localDate('2024-01-01'), to: localDate('2024-12-31') };
const withheldOf = (found: EligibilityAnswer) => withheld(found, PERIOD);

describe(withheld.name, () => {
  it('proves no bar to those who may not see it, and leaves the rest as it is', () => {
    const standard = group('all', 'met', met(), met('notDisciplined'));
    const found = withheldOf(answer('LDTT', 'met', standard, [met('nothingPending'), met('achievementRewardedOnce')]));
    expect([found.finding, found.standard?.finding]).toEqual(['notProven', 'notProven']);
    expect(found.common.map(({ finding }) => finding)).toEqual(['notProven', 'met']);
    expect(obstaclesOf(found).map(({ is, missing }) => [is, missing])).toEqual([
      ['notDisciplined', [{ what: 'discipline', about: PERIOD }]],
      ['nothingPending', [{ what: 'discipline', about: PERIOD }]],
    ]);
  });

  it('reaches into the standard of another tier', () => {
    const standard = condition('meets', 'met', group('all', 'met', met('notDisciplined')));
    expect(withheldOf(answer('CSTDCS', 'met', standard)).standard).toMatchObject({ finding: 'notProven' });
  });

  it('still refuses what is not met, and gives what is met another way', () => {
    const standard = group('any', 'met', met('notDisciplined'), met());
    expect(withheldOf(answer('LDTT', 'met', standard)).finding).toBe('met');
    expect(withheldOf(answer('LDTT', 'notMet', group('all', 'notMet', notMet(), met('notDisciplined')))).finding).toBe(
      'notMet',
    );
  });
});
