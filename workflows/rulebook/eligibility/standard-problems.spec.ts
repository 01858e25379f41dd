import type { Rulebook } from '../rulebook.types';
import { standardProblems, type StandardProblem } from './standard-problems';
import type { Rule } from './standard.types';
import { aCommonRule, aRulebook, aTier, is } from './testing/samples';

const problems = (rule: Rule, changes: Partial<Rulebook> = {}): readonly StandardProblem[] =>
  standardProblems(aRulebook([aTier('X', {}, rule)], changes));
const RULE = ['tiers', 0, 'standards', 'person', 'rule'] as const;

describe('standardProblems', () => {
  it('finds none where every condition can be asked', () => {
    const fine: Rule = {
      all: [is('ratedAtLeast', { rating: 'good' }), { atLeast: 1, of: [is('meets', { tier: 'LDTT' })] }],
    };
    expect(problems(fine, { common: [aCommonRule('freeze', is('nothingPending'))] })).toEqual([]);
  });

  it.each<readonly [string, Rule, readonly (string | number)[], string]>([
    ['an unknown predicate', is('isGood'), [...RULE, 'is'], 'there is no predicate isGood'],
    ['a name of the language itself', is('constructor'), [...RULE, 'is'], 'there is no predicate constructor'],
    ['a missing parameter', is('ratedAtLeast'), [...RULE, 'rating'], 'rating is missing'],
    [
      'an unknown parameter',
      is('nothingPending', { rating: 'good' }),
      [...RULE, 'rating'],
      'rating is not known here; known: none',
    ],
    [
      'a wrong word',
      is('ratedAtLeast', { rating: 'splendid' }),
      [...RULE, 'rating'],
      'rating "splendid" is none of notCompleted, completed, good, excellent',
    ],
    [
      'a number that is none',
      is('yearsRated', { years: 0, rating: 'good' }),
      [...RULE, 'years'],
      'years must be a whole number from 1 up',
    ],
    [
      'a tier that the rulebook does not have',
      is('holds', { tier: 'CU' }),
      [...RULE, 'tier'],
      'tier there is no tier CU in this rulebook',
    ],
    [
      'a share written as a decimal',
      is('shareOfMembersHolding', { tier: 'LDTT', share: '0.7', comparator: 'atLeast' }),
      [...RULE, 'share'],
      'share "0.7" is not a fraction like 2/3; write a decimal or a percentage as one, 80% as 4/5',
    ],
    [
      'a share written as a number',
      is('shareOfMembersHolding', { tier: 'LDTT', share: 0.7, comparator: 'atLeast' }),
      [...RULE, 'share'],
      'share must be a fraction like 7/10, never a decimal',
    ],
    [
      'a share above the whole',
      is('shareOfMembersHolding', { tier: 'LDTT', share: '11/10', comparator: 'atLeast' }),
      [...RULE, 'share'],
      'share 11/10 is no share that can be reached',
    ],
    [
      'a list with an empty word',
      is('positionHeld', { positions: ['A', ''], years: 5 }),
      [...RULE, 'positions'],
      'positions must be a word that is not empty',
    ],
    [
      'a list that is none',
      is('positionHeld', { positions: 'A', years: 5 }),
      [...RULE, 'positions'],
      'positions must be a list that is not empty',
    ],
    [
      'a flag that is none',
      is('initiativesAtLeast', { count: 1, scope: 'unit', mayBackOthers: 'yes' }),
      [...RULE, 'mayBackOthers'],
      'mayBackOthers must be true or false',
    ],
    ['an empty group', { any: [] }, [...RULE, 'any'], 'any must not be empty'],
    [
      'more needed than there are',
      { atLeast: 2, of: [is('nothingPending')] },
      [...RULE, 'atLeast'],
      'atLeast must be a whole number from 1 to 1',
    ],
    [
      'what is for common rules',
      is('restsOnNoAwardFor', { commendations: ['sudden'] }),
      [...RULE, 'is'],
      'restsOnNoAwardFor may stand among the common rules only',
    ],
  ])('finds %s, and where', (_, rule, path, reason) => {
    expect(problems(rule)).toEqual([{ path, reason }]);
  });

  it('names the place inside groups as the file has it', () => {
    const deep: Rule = { all: [is('nothingPending'), { atLeast: 1, of: [is('isGood')] }] };
    expect(problems(deep).map(({ path }) => path)).toEqual([[...RULE, 'all', 1, 'of', 0, 'is']]);
    const common = [aCommonRule('strange', { any: [is('isGood')] })];
    expect(standardProblems(aRulebook([], { common }))).toMatchObject([
      { path: ['common', 0, 'rule', 'any', 0, 'is'] },
    ]);
  });

  it('finds standards that ask for each other in a circle, once', () => {
    const circle = aRulebook([
      aTier('A', {}, { all: [is('nothingPending'), is('meets', { tier: 'B' })] }),
      aTier('B', {}, is('meets', { tier: 'C' })),
      aTier('C', {}, is('meets', { tier: 'A' })),
    ]);
    expect(standardProblems(circle)).toEqual([
      { path: ['tiers', 2, 'standards', 'person', 'rule', 'tier'], reason: 'asks for itself: A → B → C → A' },
    ]);
    expect(problems(is('meets', { tier: 'X' }))).toMatchObject([{ reason: 'asks for itself: X → X' }]);
  });

  it('takes a chain, and a circle over two kinds of subject, for none', () => {
    const chain = [
      aTier('A', {}, is('meets', { tier: 'B' })),
      aTier('B', {}, is('meets', { tier: 'A' }), 'collective'),
    ];
    expect(standardProblems(aRulebook(chain))).toEqual([]);
  });
});
