import type { Finding } from '../answer.types';
import type { ConditionParameters } from '../standard.types';
import { ask, COMPLETE, members } from '../testing/samples';

type Row = readonly [string, Parameters<typeof members>[0], Finding];

const findingOf = (name: string, given: ConditionParameters, changes: Parameters<typeof members>[0]): Finding =>
  ask([name, given], { members: [members(changes)] }).finding;

describe('shareOfMembersHolding', () => {
  it.each<Row>([
    ['seven of ten', { holders: { LDTT: 7 } }, 'met'],
    ['six of ten', { holders: { LDTT: 6 } }, 'notMet'],
    ['nobody knows how many', { holders: { CSTDCS: 7 } }, 'notProven'],
    ['none', { holders: { LDTT: 0 } }, 'notMet'],
    ['a collective without members', { members: 0, holders: { LDTT: 0 } }, 'notMet'],
    ['numbers of another year', { year: 2023, holders: { LDTT: 7 } }, 'notProven'],
  ])('at least 7/10, with %s', (_, changes, finding) => {
    expect(findingOf('shareOfMembersHolding', { tier: 'LDTT', share: '7/10', comparator: 'atLeast' }, changes)).toBe(
      finding,
    );
  });

  it.each<Row>([
    ['five of ten', { holders: { LDTT: 5 } }, 'notMet'],
    ['six of ten', { holders: { LDTT: 6 } }, 'met'],
    ['three of five', { members: 5, holders: { LDTT: 3 } }, 'met'],
    ['two of three thirds', { members: 3, holders: { LDTT: 2 } }, 'met'],
  ])('more than 1/2, with %s', (_, changes, finding) => {
    expect(findingOf('shareOfMembersHolding', { tier: 'LDTT', share: '1/2', comparator: 'moreThan' }, changes)).toBe(
      finding,
    );
  });

  it('knows nothing without members, complete registers or not', () => {
    const condition = ['shareOfMembersHolding', { tier: 'LDTT', share: '7/10', comparator: 'atLeast' }] as const;
    expect(ask(condition, COMPLETE)).toMatchObject({
      finding: 'notProven',
      missing: [{ what: 'members', about: { year: 2024, tier: 'LDTT' } }],
    });
  });

  it('takes the worse of two counts', () => {
    const two = { members: [members({ holders: { LDTT: 9 } }), members({ holders: { LDTT: 1 } })] };
    expect(ask(['membersHolding', { tier: 'LDTT', count: 2 }], two).finding).toBe('notMet');
  });
});

describe('membersHolding', () => {
  it.each<Row>([
    ['one', { holders: { CSTDCS: 1 } }, 'met'],
    ['none', { holders: { CSTDCS: 0 } }, 'notMet'],
    ['nobody knows', {}, 'notProven'],
  ])('with %s', (_, changes, finding) => {
    expect(findingOf('membersHolding', { tier: 'CSTDCS', count: 1 }, changes)).toBe(finding);
  });
});

describe('shareOfMembersRated', () => {
  it.each<Row>([
    ['all', { ratedAtLeast: { completed: 10 } }, 'met'],
    ['all but one', { ratedAtLeast: { completed: 9 } }, 'notMet'],
    ['another rating only', { ratedAtLeast: { good: 9 } }, 'notProven'],
    ['no ratings', {}, 'notProven'],
  ])('all of them, with %s', (_, changes, finding) => {
    expect(
      findingOf('shareOfMembersRated', { rating: 'completed', share: '1/1', comparator: 'atLeast' }, changes),
    ).toBe(finding);
  });
});

describe('noMemberDisciplined', () => {
  it.each<Row>([
    ['none', { gravestDiscipline: null }, 'met'],
    ['a reprimand', { gravestDiscipline: 'reprimand' }, 'met'],
    ['a warning', { gravestDiscipline: 'warning' }, 'notMet'],
    ['a dismissal', { gravestDiscipline: 'dismissal' }, 'notMet'],
    ['a form whose gravity nobody knows', { gravestDiscipline: 'other' }, 'notProven'],
    ['nobody looked', {}, 'notProven'],
  ])('from a warning upwards, with %s', (_, changes, finding) => {
    expect(findingOf('noMemberDisciplined', { form: 'warning' }, changes)).toBe(finding);
  });
});
