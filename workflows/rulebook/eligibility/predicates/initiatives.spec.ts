import { localDate } from '../../../kernel';
import type { Finding } from '../answer.types';
import type { Evidence } from '../evidence.types';
import { ask, award, COMPLETE, initiative } from '../testing/samples';

type Row = readonly [string, Partial<Evidence>, Finding];

const one = ['initiativesAtLeast', { count: 1, scope: 'unit' }] as const;
const backing = (tier: string | null, id = 'vu-khac'): Partial<Evidence> => ({
  initiatives: [initiative('2024-05-01', { usedFor: [{ id, tier }] })],
});

describe('initiativesAtLeast', () => {
  it.each<Row>([
    ['one in the period', { initiatives: [initiative('2024-05-01')] }, 'met'],
    ['one on its first day', { initiatives: [initiative('2024-01-01')] }, 'met'],
    ['one on its last day', { initiatives: [initiative('2024-12-31')] }, 'met'],
    ['one the day before', { initiatives: [initiative('2023-12-31')], ...COMPLETE }, 'notMet'],
    [
      'one between the period and the proposal: whose it is, a person says',
      { initiatives: [initiative('2025-01-15')], ...COMPLETE },
      'notProven',
    ],
    ['one after the proposal', { initiatives: [initiative('2025-01-21')], ...COMPLETE }, 'notMet'],
    ['none', {}, 'notProven'],
    ['none in complete registers', COMPLETE, 'notMet'],
    ['research', { initiatives: [initiative('2024-05-01', { kind: 'research' })] }, 'met'],
  ])('with %s', (_, evidence, finding) => {
    expect(ask(one, evidence).finding).toBe(finding);
  });

  it.each<Row>([
    ['the very scope', { initiatives: [initiative('2024-05-01', { scope: 'province' })] }, 'met'],
    ['a wider one', { initiatives: [initiative('2024-05-01', { scope: 'nation' })] }, 'met'],
    ['a narrower one', { initiatives: [initiative('2024-05-01')], ...COMPLETE }, 'notMet'],
  ])('with %s', (_, evidence, finding) => {
    expect(ask(['initiativesAtLeast', { count: 1, scope: 'province' }], evidence).finding).toBe(finding);
  });

  it.each<Row>([
    ['a title', { ...backing('CSTDCS'), ...COMPLETE }, 'notMet'],
    ['a form', { ...backing('GK'), ...COMPLETE }, 'met'],
    ['something that nobody names', { ...backing(null), ...COMPLETE }, 'notProven'],
    ['something that the rulebook does not know', { ...backing('CU'), ...COMPLETE }, 'notProven'],
  ])('when it backs %s already', (_, evidence, finding) => {
    expect(ask(one, evidence).finding).toBe(finding);
  });

  it('may back the case that is judged', () => {
    expect(ask(one, backing('CSTDCS', 'vu-nay'), { caseId: 'vu-nay' }).finding).toBe('met');
  });

  it('may back others where the standard says so', () => {
    const shared = ['initiativesAtLeast', { count: 1, scope: 'unit', mayBackOthers: true }] as const;
    expect(ask(shared, backing('CSTDCS')).finding).toBe('met');
  });

  it('counts one kind only where the standard says so', () => {
    const research = ['initiativesAtLeast', { count: 1, scope: 'unit', kind: 'research' }] as const;
    expect(ask(research, { initiatives: [initiative('2024-05-01')], ...COMPLETE }).finding).toBe('notMet');
  });

  it.each<Row>([
    ['both within', { initiatives: [initiative('2023-01-01'), initiative('2024-05-01')] }, 'met'],
    [
      'one a day too early',
      { initiatives: [initiative('2022-12-31'), initiative('2024-05-01')], ...COMPLETE },
      'notMet',
    ],
    [
      'one too early where registers begin later',
      { initiatives: [initiative('2024-05-01')], completeFrom: localDate('2023-06-01') },
      'notProven',
    ],
  ])('in the last two years, with %s', (_, evidence, finding) => {
    expect(ask(['initiativesAtLeast', { count: 2, scope: 'unit', within: 2 }], evidence).finding).toBe(finding);
  });

  it.each<Row>([
    [
      'the day after the period of the award',
      { awards: [award('BK_TTG', 2022)], initiatives: [initiative('2023-01-01')] },
      'met',
    ],
    [
      'its last day',
      { awards: [award('BK_TTG', 2022)], initiatives: [initiative('2022-12-31')], ...COMPLETE },
      'notMet',
    ],
    ['no award', { initiatives: [initiative('2023-01-01')], ...COMPLETE }, 'notMet'],
    ['no award that anybody entered', { initiatives: [initiative('2023-01-01')] }, 'notProven'],
  ])('since an award, on %s', (_, evidence, finding) => {
    expect(ask(['initiativesAtLeast', { count: 1, scope: 'unit', since: 'BK_TTG' }], evidence).finding).toBe(finding);
  });

  it('says how many are missing', () => {
    const two = ['initiativesAtLeast', { count: 2, scope: 'unit' }] as const;
    expect(ask(two, { initiatives: [initiative('2024-05-01')] }).missing).toEqual([
      { what: 'initiative', about: { count: 1, scope: 'unit' } },
    ]);
  });
});
