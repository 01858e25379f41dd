import { prerequisiteProblems } from './prerequisites';
import type { Rule, Rulebook, SubjectKind, Tier } from '.';

const row = { citation: 'Điều 1', status: 'verified', councilChoice: false } as const;
const condition = (is: string, parameters: Readonly<Record<string, string | number>>): Rule => ({
  condition: { ...row, is, with: parameters },
});
const after = (tier: string): Rule => condition('holds', { tier });
const rated = condition('ratedAtLeast', { rating: 'good' });

/** A rulebook of which nothing but the standards is looked at. */
function rulebookOf(rules: Readonly<Record<string, Rule>>, kind: SubjectKind = 'person'): Rulebook {
  const tiers = Object.entries(rules).map(([code, rule]) => ({ code, standards: { [kind]: { ...row, rule } } }));
  return { tiers: tiers as unknown as readonly Tier[] } as Rulebook;
}
const reasons = (rules: Readonly<Record<string, Rule>>) =>
  prerequisiteProblems(rulebookOf(rules)).map(({ path, reason }) => `${path.join('.')}: ${reason}`);

describe('prerequisiteProblems', () => {
  it('finds none where each tier asks for the one before it', () => {
    expect(reasons({ A: rated, B: after('A'), C: condition('yearsRated', { since: 'B', years: 1 }) })).toEqual([]);
  });

  it('finds tiers that ask for each other, once', () => {
    expect(
      reasons({
        A: { all: [rated, condition('heldTimes', { tier: 'C', times: 3, since: 'Z' })] },
        B: after('A'),
        C: condition('consecutiveYearsRated', { years: 5, rating: 'good', since: 'B' }),
      }),
    ).toEqual(['tiers.0.standards.person: nobody can win it first: A → C → B → A']);
  });

  it('finds a tier that asks for itself', () => {
    expect(reasons({ A: rated, B: after('B') })).toEqual(['tiers.1.standards.person: nobody can win it first: B → B']);
  });

  it.each<[string, Rule, boolean]>([
    ['another way', { any: [after('B'), rated] }, false],
    ['every way', { any: [after('B'), { all: [after('B'), rated] }] }, true],
    ['two of three', { atLeast: 2, of: [after('B'), after('B'), rated] }, true],
    ['one of three', { atLeast: 2, of: [after('B'), rated, rated] }, false],
  ])('takes %s for what it is', (_, rule, isCircle) => {
    expect(reasons({ A: rule, B: after('A') })).toHaveLength(isCircle ? 1 : 0);
  });
});
