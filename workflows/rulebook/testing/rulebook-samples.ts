import { decimal, localDate } from '../../kernel';
import type { Cited, Layer, Override, Rulebook, RouteRule, Tier, VoteRule } from '../rulebook.types';

/** What any row of these rulebooks carries. */
export const ROW: Cited = { citation: 'Điều 1', status: 'verified', councilChoice: false };

/** A route that stands out by its citation. */
export const aRoute = (changes: Partial<RouteRule> = {}): RouteRule => ({
  ...ROW,
  council: 'fullCouncil',
  publicity: false,
  simple: false,
  ...changes,
});

/** Votes by over half of all members. */
export const aVote = (changes: Partial<VoteRule> = {}): VoteRule => ({
  ...ROW,
  ballot: 'unspecified',
  base: 'allMembers',
  threshold: { fraction: '1/2', comparator: 'moreThan' },
  absent: 'notInFavour',
  ...changes,
});

/** A form of a province. */
export const aTier = (changes: Partial<Tier> = {}): Tier => ({
  ...ROW,
  code: 'BK',
  name: { vi: 'Bằng khen', en: 'Certificate of merit' },
  aliases: [],
  family: 'state',
  kind: 'form',
  level: 'province',
  subjects: ['person', 'collective', 'household'],
  deciders: { ...ROW, levels: ['province'] },
  route: null,
  vote: null,
  quorum: null,
  prize: null,
  ...changes,
});

/** A rulebook of the nation, `vn-r3`, from 2025-07-01 on, that delegates routes to provinces and communes. */
export const aRulebook = (changes: Partial<Rulebook> = {}): Rulebook => ({
  ...ROW,
  id: 'vn-r3',
  regime: 'R3',
  effectiveFrom: localDate('2025-07-01'),
  effectiveTo: null,
  document: 'Nghị định',
  council: {
    route: aRoute(),
    vote: aVote(),
    quorum: { ...ROW, threshold: { fraction: '2/3', comparator: 'atLeast' } },
    conflict: { ...ROW, ownUnit: false, effect: 'notInFavour' },
  },
  multipliers: { ...ROW, collective: decimal('2'), household: decimal('1.5') },
  rounding: { ...ROW, upTo: 10_000 },
  roundingOrder: { ...ROW, roundBeforeMultiplier: false },
  delegations: [
    { ...ROW, path: 'tiers.*.route', to: ['province', 'commune'] },
    { ...ROW, path: 'tiers.*.vote', to: ['province'] },
    { ...ROW, path: 'council', to: ['province'] },
  ],
  tiers: [aTier(), aTier({ code: 'GK', level: 'commune', deciders: { ...ROW, levels: ['commune'] } })],
  ...changes,
});

/** A row of a layer. */
export const anOverride = (at: string, row: Override['row'] = aRoute({ council: 'none' })): Override => ({
  ...ROW,
  at,
  row,
});

/** The layer of the province with the code `TINH`, from 2025-12-15 on, that overrides nothing. */
export const aLayer = (changes: Partial<Layer> = {}): Layer => ({
  ...ROW,
  id: 'tinh',
  title: { vi: 'Quy định của tỉnh', en: 'Rules of the province' },
  level: 'province',
  document: 'Quyết định của tỉnh',
  effectiveFrom: localDate('2025-12-15'),
  effectiveTo: null,
  unitCodes: ['TINH'],
  under: 'vn-r3',
  overrides: [],
  delegations: [],
  ...changes,
});
