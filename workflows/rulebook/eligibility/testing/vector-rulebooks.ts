import type { Rulebook } from '../../rulebook.types';
import type { EligibilityQuestion, Finding } from '../answer.types';
import { eligibilityOf } from '../compile';
import type { Evidence } from '../evidence.types';
import type { Rule } from '../standard.types';
import { aCommonRule, aRulebook, aTier, evidenceOf, is, questionOf, ROW } from './samples';

/** The standards as three regimes have them, no more of each than the vectors below ask for. */
const active: Rule = is('judged', { condition: 'active' });
const registered: Rule = is('judged', { condition: 'registered' });
const initiativeOrResearch: Rule = is('initiativesAtLeast', { count: 1, scope: 'unit' });
const advanced: Rule = { all: [is('ratedAtLeast', { rating: 'good' }), active] };
const flags = (share: '1/2' | '7/10', comparator: 'atLeast' | 'moreThan'): Rule =>
  is('shareOfMembersHolding', { tier: 'LDTT', share, comparator });
const noWarning: Rule = is('noMemberDisciplined', { form: 'warning' });
const merit = { commendations: ['merit'] };

/** Law 15/2003/QH11 and Decree 91/2017/NĐ-CP. */
export const R1 = aRulebook(
  [
    aTier(
      'LDTT',
      {},
      {
        all: [
          is('ratedAtLeast', { rating: 'good' }),
          is('employedAtLeast', { months: 10 }),
          is('notDisciplined', { form: 'reprimand' }),
          registered,
        ],
      },
    ),
    aTier(
      'CSTDCS',
      {
        quotas: [
          {
            ...ROW,
            citation: 'Nghị định 91/2017/NĐ-CP, Điều 9 khoản 3',
            share: '15/100',
            base: 'holdersOf',
            of: 'LDTT',
            scope: 'unit',
            rounding: 'floor',
            subjects: null,
          },
        ],
      },
      { all: [is('holdsForYear', { tier: 'LDTT' }), initiativeOrResearch] },
    ),
    aTier('TTLDTT', {}, { all: [flags('1/2', 'moreThan'), noWarning] }, 'collective'),
    aTier(
      'TTLDXS',
      {},
      { all: [flags('7/10', 'atLeast'), is('membersHolding', { tier: 'CSTDCS', count: 1 }), noWarning] },
      'collective',
    ),
    aTier(
      'BK_TTG',
      { kind: 'form', level: 'state' },
      {
        all: [
          is('consecutiveYearsRated', { years: 5, rating: 'excellent', since: 'BK_TINH' }),
          is('initiativesAtLeast', { count: 5, scope: 'unit', since: 'BK_TINH' }),
        ],
      },
    ),
  ],
  { id: 'r1', regime: 'R1' },
);

/** Law 06/2022/QH15 and Decree 152/2025/NĐ-CP. */
export const R3 = aRulebook(
  [
    aTier('LDTT', {}, advanced),
    aTier(
      'CSTDCS',
      {},
      {
        all: [
          is('meets', { tier: 'LDTT' }),
          { any: [is('ratedAtLeast', { rating: 'excellent' }), initiativeOrResearch] },
        ],
      },
    ),
    aTier(
      'CSTDT',
      {},
      {
        all: [
          is('heldConsecutively', { tier: 'CSTDCS', times: 3 }),
          is('initiativesAtLeast', { count: 1, scope: 'province' }),
        ],
      },
    ),
    aTier('TTLDTT', {}, { all: [flags('7/10', 'atLeast'), noWarning] }, 'collective'),
    aTier(
      'TTLDXS',
      {},
      {
        all: [
          flags('7/10', 'atLeast'),
          is('shareOfMembersRated', { rating: 'completed', share: '1/1', comparator: 'atLeast' }),
          is('membersHolding', { tier: 'CSTDCS', count: 1 }),
        ],
      },
      'collective',
    ),
    aTier(
      'BK_TINH',
      { kind: 'form', level: 'province' },
      {
        all: [
          {
            any: [
              is('heldConsecutively', { tier: 'CSTDCS', times: 2 }),
              is('consecutiveYearsRated', { years: 2, rating: 'excellent' }),
            ],
          },
          is('initiativesAtLeast', { count: 2, scope: 'unit', within: 2 }),
        ],
      },
    ),
    aTier(
      'BK_TTG',
      { kind: 'form', level: 'state' },
      {
        all: [
          is('consecutiveYearsRated', { years: 5, rating: 'good', since: 'BK_TINH' }),
          is('heldTimes', { tier: 'CSTDCS', times: 3, since: 'BK_TINH' }),
        ],
      },
    ),
    aTier(
      'HCLD_BA',
      { kind: 'form', level: 'state' },
      {
        all: [
          is('consecutiveYearsRated', { years: 5, rating: 'good', since: 'BK_TTG' }),
          is('yearsRated', { years: 1, rating: 'excellent', since: 'BK_TTG' }),
          is('heldTimes', { tier: 'CSTDCS', times: 3, since: 'BK_TTG' }),
        ],
      },
    ),
    aTier('CO_TINH', {}, is('leadsCampaign', { level: 'province', months: 36 }), 'collective'),
  ],
  {
    common: [
      aCommonRule('once', is('achievementRewardedOnce')),
      aCommonRule('meritAlone', is('restsOnNoAwardFor', { commendations: ['sudden', 'thematic'] }), merit),
      aCommonRule('freeze', is('nothingPending')),
      aCommonRule('restart', is('afterDiscipline')),
      aCommonRule('next', is('afterPreviousAward'), merit),
      aCommonRule('fresh', is('dossierNotOlderThan', { months: 6, levels: ['state'] })),
    ],
  },
);
/** The draft of the amended law, seen as a draft only. */
export const R4 = aRulebook(
  [
    aTier('LDTT', {}, advanced),
    aTier('CSTDCS', {}, { all: [is('ratedAtLeast', { rating: 'excellent' }), initiativeOrResearch] }),
  ],
  { id: 'r4', regime: 'R4' },
);

/** What a rulebook says of a subject with this evidence. */
export function findingOf(
  rulebook: Rulebook,
  tier: string,
  evidence: Partial<Evidence>,
  question: Partial<EligibilityQuestion> = {},
): Finding {
  return eligibilityOf(rulebook, questionOf(evidenceOf(evidence), { tier, ...question })).finding;
}
