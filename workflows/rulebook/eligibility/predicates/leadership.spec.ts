import { localDate } from '../../../kernel';
import type { Finding } from '../answer.types';
import type { LeadershipEvidence } from '../evidence.types';
import { ask, aSource, COMPLETE } from '../testing/samples';

const leads = (changes: Partial<LeadershipEvidence>): LeadershipEvidence => ({
  of: 'cluster',
  year: 2024,
  level: 'province',
  months: null,
  source: aSource('register'),
  ...changes,
});

describe('leadsCluster', () => {
  it.each<readonly [string, Partial<LeadershipEvidence>, Finding]>([
    ['of the level in the year', {}, 'met'],
    ['of another level', { level: 'commune' }, 'notMet'],
    ['in another year', { year: 2023 }, 'notMet'],
    ['of a campaign', { of: 'campaign', months: 60 }, 'notMet'],
  ])('with the first place %s', (_, changes, finding) => {
    expect(ask(['leadsCluster', { level: 'province' }], { leaderships: [leads(changes)], ...COMPLETE }).finding).toBe(
      finding,
    );
  });

  it('is not refused where a result may be missing', () => {
    expect(ask(['leadsCluster', { level: 'province' }], {})).toMatchObject({
      finding: 'notProven',
      missing: [{ what: 'cluster', about: { year: 2024, level: 'province' } }],
    });
  });
});

describe('leadsCampaign', () => {
  const condition = ['leadsCampaign', { level: 'province', months: 36 }] as const;

  it.each<readonly [string, Partial<LeadershipEvidence>, Finding]>([
    ['three years to the month', { months: 36 }, 'met'],
    ['a month less', { months: 35 }, 'notMet'],
    ['a time that nobody wrote down', {}, 'notProven'],
    ['another level', { level: 'state', months: 60 }, 'notMet'],
    ['the year before the achievement', { year: 2021, months: 60 }, 'notMet'],
    ['its first year', { year: 2022, months: 60 }, 'met'],
  ])('over %s', (_, changes, finding) => {
    const leaderships = [leads({ of: 'campaign', ...changes })];
    const period = { achievedFrom: localDate('2022-01-01') };
    expect(ask(condition, { leaderships, ...COMPLETE }, period).finding).toBe(finding);
  });
});
