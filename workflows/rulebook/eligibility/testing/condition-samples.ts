import { compileEligibility, type Evaluate } from '../compile';
import type { ConditionParameters } from '../standard.types';
import { aCommonRule, aRulebook, aTier, is } from './samples';

/** Conditions that evidence of a few years may well decide in every way, by the name of their predicate. */
export const SAMPLES: Readonly<Record<string, readonly ConditionParameters[]>> = {
  ratedAtLeast: [{ rating: 'good' }],
  consecutiveYearsRated: [
    { years: 2, rating: 'good' },
    { years: 2, rating: 'good', since: 'GK' },
    { years: 2, rating: 'excellent', orHolding: 'LDTT' },
  ],
  everyYearRatedSince: [{ tier: 'GK', rating: 'good' }],
  yearsRated: [
    { years: 2, rating: 'good', within: 3 },
    { years: 2, rating: 'good', since: 'GK' },
    { years: 1, rating: 'good', within: 2, since: 'GK', orHolding: 'LDTT' },
  ],
  holds: [{ tier: 'GK' }],
  holdsForYear: [{ tier: 'LDTT' }],
  heldTimes: [
    { tier: 'LDTT', times: 2 },
    { tier: 'LDTT', times: 2, within: 3 },
    { tier: 'GK', times: 2, since: 'LDTT' },
  ],
  heldConsecutively: [
    { tier: 'LDTT', times: 2 },
    { tier: 'LDTT', times: 2, endsWithin: 1 },
    { tier: 'LDTT', times: 2, since: 'GK' },
  ],
  initiativesAtLeast: [
    { count: 1, scope: 'province' },
    { count: 2, scope: 'unit', since: 'GK' },
    { count: 2, scope: 'unit', within: 3, mayBackOthers: true },
  ],
  notDisciplined: [{ form: 'warning' }, { form: 'reprimand', within: 3 }],
  employedAtLeast: [{ months: 10 }],
  meets: [{ tier: 'LDTT' }],
  shareOfMembersHolding: [{ tier: 'LDTT', share: '7/10', comparator: 'atLeast' }],
  shareOfMembersRated: [{ rating: 'good', share: '1/2', comparator: 'moreThan' }],
  membersHolding: [{ tier: 'LDTT', count: 2 }],
  noMemberDisciplined: [{ form: 'warning' }],
  leadsCluster: [{ level: 'province' }],
  leadsCampaign: [{ level: 'province', months: 36 }],
  positionHeld: [{ positions: ['A'], years: 2, lessForWomen: '1/3' }],
  judged: [{ condition: 'a' }],
  achievementRewardedOnce: [{}],
  restsOnNoAwardFor: [{ commendations: ['sudden'] }],
  nothingPending: [{}],
  afterDiscipline: [{}],
  afterPreviousAward: [{}],
  dossierNotOlderThan: [{ months: 6 }],
};

const LDTT = aTier(
  'LDTT',
  {},
  { all: [is('ratedAtLeast', { rating: 'good' }), is('notDisciplined', { form: 'warning' })] },
);

/** The condition alone, and once more beside the common rules that change how evidence is read. */
export function rulebooksWith(name: string, given: ConditionParameters): readonly Evaluate[] {
  const restart = aCommonRule('restart', is('afterDiscipline'));
  const setAside = aCommonRule('merit', is('restsOnNoAwardFor', { commendations: ['sudden'] }));
  if (name === 'restsOnNoAwardFor') return [compileEligibility(aRulebook([aTier('X')], { common: [setAside] }))];
  const tiers = [LDTT, aTier('X', {}, is(name, given))];
  return [aRulebook(tiers), aRulebook(tiers, { common: [restart, setAside] })].map(compileEligibility);
}
