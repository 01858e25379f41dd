import { localDate } from '../../../kernel';
import type { Finding } from '../answer.types';
import type { Evidence, ServiceEvidence } from '../evidence.types';
import { ask, aSource, COMPLETE } from '../testing/samples';

type Row = readonly [string, Partial<Evidence>, Finding];

const held = (from: string, until: string | null, position = 'VU_TRUONG'): ServiceEvidence => ({
  position,
  from: localDate(from),
  until: until === null ? null : localDate(until),
  source: aSource('register'),
});
const fifteen = ['positionHeld', { positions: ['VU_TRUONG'], years: 15 }] as const;
const lessForWomen = ['positionHeld', { positions: ['VU_TRUONG'], years: 15, lessForWomen: '1/3' }] as const;

describe('positionHeld', () => {
  it.each<Row>([
    ['the years to the day', { services: [held('2005-03-01', '2020-02-29')] }, 'met'],
    ['a day less', { services: [held('2005-03-01', '2020-02-28')], ...COMPLETE }, 'notMet'],
    ['a day less, where more may be unknown', { services: [held('2005-03-01', '2020-02-28')] }, 'notProven'],
    ['up to the present', { services: [held('2010-01-21', null)] }, 'met'],
    ['up to the present, a day less', { services: [held('2010-01-22', null)], ...COMPLETE }, 'notMet'],
    ['an end that lies ahead', { services: [held('2010-01-22', '2030-01-01')], ...COMPLETE }, 'notMet'],
    ['another position', { services: [held('2005-03-01', '2020-02-29', 'PHO_VU_TRUONG')], ...COMPLETE }, 'notMet'],
    [
      'two times that add up',
      { services: [held('2000-01-01', '2007-12-31'), held('2010-01-01', '2016-12-31')] },
      'met',
    ],
    [
      'two times that overlap',
      { services: [held('2000-01-01', '2010-12-31'), held('2005-01-01', '2013-12-31')], ...COMPLETE },
      'notMet',
    ],
    [
      'days left over that may make a month',
      { services: [held('2000-01-01', '2007-07-20'), held('2010-01-01', '2017-06-20')], ...COMPLETE },
      'notProven',
    ],
    ['nothing known', {}, 'notProven'],
    ['a career too short for it', { existsFrom: localDate('2015-01-01') }, 'notMet'],
  ])('with %s', (_, evidence, finding) => {
    expect(ask(fifteen, evidence).finding).toBe(finding);
  });

  it.each<Row>([
    ['a woman with two thirds of it', { isWoman: true, services: [held('2010-01-01', '2019-12-31')] }, 'met'],
    ['a woman with a day less', { isWoman: true, services: [held('2010-01-01', '2019-12-30')], ...COMPLETE }, 'notMet'],
    [
      'a man with two thirds of it',
      { isWoman: false, services: [held('2010-01-01', '2019-12-31')], ...COMPLETE },
      'notMet',
    ],
    [
      'somebody with two thirds of whom nobody says',
      { services: [held('2010-01-01', '2019-12-31')], ...COMPLETE },
      'notProven',
    ],
    ['somebody with all of it of whom nobody says', { services: [held('2005-01-01', '2019-12-31')] }, 'met'],
  ])('with %s (Nghị định 152/2025/NĐ-CP, Điều 4 khoản 7)', (_, evidence, finding) => {
    expect(ask(lessForWomen, evidence).finding).toBe(finding);
  });

  it('adds several positions where the standard names them', () => {
    const services = [held('2005-01-01', '2014-12-31'), held('2015-01-01', '2019-12-31', 'THU_TRUONG')];
    const condition = ['positionHeld', { positions: ['VU_TRUONG', 'THU_TRUONG'], years: 15 }] as const;
    expect(ask(condition, { services }).finding).toBe('met');
  });
});
