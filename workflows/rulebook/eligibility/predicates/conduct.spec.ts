import { localDate } from '../../../kernel';
import type { Finding } from '../answer.types';
import type { Evidence, JudgementEvidence } from '../evidence.types';
import { ask, aSource, COMPLETE, discipline } from '../testing/samples';

type Row = readonly [string, Partial<Evidence>, Finding];

describe('notDisciplined', () => {
  it.each<Row>([
    ['nothing known', {}, 'notProven'],
    ['nothing in complete registers', COMPLETE, 'met'],
    ['nothing in registers that begin a day too late', { completeFrom: localDate('2024-01-02') }, 'notProven'],
    ['the very form in the period', { disciplines: [discipline('warning', '2024-05-01', null)] }, 'notMet'],
    ['a graver one', { disciplines: [discipline('removal', '2024-05-01', '2025-05-01')] }, 'notMet'],
    ['a milder one', { disciplines: [discipline('reprimand', '2024-05-01', '2024-08-01')], ...COMPLETE }, 'met'],
    [
      'a form whose gravity nobody knows',
      { disciplines: [discipline('other', '2024-05-01', '2024-08-01')], ...COMPLETE },
      'notProven',
    ],
    ['one that ended before', { disciplines: [discipline('warning', '2023-01-01', '2023-12-31')], ...COMPLETE }, 'met'],
    [
      'one that was imposed before and still ran',
      { disciplines: [discipline('warning', '2023-06-01', '2024-01-01')], ...COMPLETE },
      'notProven',
    ],
    ['one imposed after the period', { disciplines: [discipline('warning', '2025-01-10', null)], ...COMPLETE }, 'met'],
  ])('from a warning upwards, with %s', (_, evidence, finding) => {
    expect(ask(['notDisciplined', { form: 'warning' }], evidence).finding).toBe(finding);
  });

  it('takes every form where the mildest is too grave', () => {
    const other = { disciplines: [discipline('other', '2024-05-01', '2024-08-01')] };
    expect(ask(['notDisciplined', { form: 'reprimand' }], other).finding).toBe('notMet');
  });

  it('looks back as far as the standard says', () => {
    const condition = ['notDisciplined', { form: 'reprimand', within: 3 }] as const;
    expect(ask(condition, { disciplines: [discipline('reprimand', '2022-01-01', '2022-04-01')] }).finding).toBe(
      'notMet',
    );
    expect(
      ask(condition, { disciplines: [discipline('reprimand', '2021-12-31', '2021-12-31')], ...COMPLETE }).finding,
    ).toBe('met');
  });
});

describe('employedAtLeast', () => {
  it.each<Row>([
    ['ten months to the day', { employedFrom: localDate('2024-03-01') }, 'met'],
    ['a day less', { employedFrom: localDate('2024-03-02') }, 'notMet'],
    ['years', { employedFrom: localDate('2001-01-01') }, 'met'],
    ['a start after the period', { employedFrom: localDate('2025-01-02') }, 'notMet'],
    ['nothing known', COMPLETE, 'notProven'],
  ])('with %s', (_, evidence, finding) => {
    expect(ask(['employedAtLeast', { months: 10 }], evidence).finding).toBe(finding);
  });
});

describe('judged', () => {
  const said = (finding: 'met' | 'notMet', condition = 'activeInMovement'): JudgementEvidence => ({
    condition,
    finding,
    source: aSource('stated'),
  });

  it.each<Row>([
    ['a person who found it', { judgements: [said('met')] }, 'met'],
    ['a person who did not', { judgements: [said('notMet')] }, 'notMet'],
    ['two who contradict each other', { judgements: [said('met'), said('notMet')] }, 'notMet'],
    ['a word on something else', { judgements: [said('met', 'obeysLaw')], ...COMPLETE }, 'notProven'],
  ])('with %s', (_, evidence, finding) => {
    expect(ask(['judged', { condition: 'activeInMovement' }], evidence).finding).toBe(finding);
  });
});
