import {
  compareDecimals,
  compareFractions,
  decimal,
  fraction,
  parseFraction,
  type Decimal,
  type FractionText,
  type Threshold,
} from '../kernel';
import { twice, when, type Found } from './found';
import type { ChecklistRule, QuotaRule, Rulebook, Tier, VoteRule } from './rulebook.types';

/** What contradicts itself in a tier of the rulebook. */
export function tierProblems(rulebook: Rulebook, place: number): Found[] {
  const { tiers } = rulebook;
  const tier = tiers[place];
  if (!tier) return [];
  const path = ['tiers', place];
  return [
    ...when(
      tiers.slice(0, place).some(({ code }) => code === tier.code),
      [...path, 'code'],
      `another tier has the code ${tier.code}`,
    ),
    ...deciderProblems(tier, path),
    ...when(isNotPositive(tier.prize?.coefficient), [...path, 'prize', 'coefficient'], 'must be above 0'),
    ...votingProblems(tier, path),
    ...standardsOfNobody(tier, path),
    ...(tier.quotas ?? []).flatMap((quota, index) => quotaProblems(rulebook, quota, [...path, 'quotas', index])),
    ...(tier.checklist ? checklistProblems(tier.checklist, [...path, 'checklist']) : []),
    ...(tier.closings ?? []).flatMap(({ after = null }, index) =>
      unknownTier(rulebook, after, [...path, 'closings', index, 'after']),
    ),
  ];
}

/** What contradicts itself in how a council votes, or in the quorum. */
export function votingProblems(rows: Pick<Tier, 'vote' | 'quorum'>, path: Found['path']): Found[] {
  const shares = (['vote', 'quorum'] as const).flatMap((key) => {
    const row = rows[key];
    if (!row || !cannotBeMet(row.threshold)) return [];
    const { comparator, fraction: share } = row.threshold;
    return [{ path: [...path, key, 'threshold'], reason: `${comparator} ${share} is no share that can be reached` }];
  });
  return [...shares, ...(rows.vote ? ballotProblems(rows.vote, [...path, 'vote']) : [])];
}

/** A share that cannot be one of some base. */
export function shareProblems(share: FractionText, path: Found['path']): Found[] {
  const { numerator } = parseFraction(share);
  return when(numerator <= 0n || isAboveWhole(share), path, `${share} must be above 0 and at most the whole`);
}

/** Whether a factor or coefficient is there and cannot be one. */
export function isNotPositive(value: Decimal | null | undefined): boolean {
  return typeof value === 'string' && compareDecimals(value, decimal('0')) <= 0;
}

/** The choice of one member can be known from an open ballot only. */
function ballotProblems({ ballot, chairMustAgree = false }: VoteRule, path: Found['path']): Found[] {
  return when(
    chairMustAgree && ballot !== 'open',
    [...path, 'chairMustAgree'],
    `the chair's vote cannot be seen in a ballot that is ${ballot}: say that the ballot is open`,
  );
}

function deciderProblems({ family, deciders }: Tier, path: Found['path']): Found[] {
  const place = [...path, 'deciders'];
  return family === 'party'
    ? when(deciders !== null, place, 'a Party tier is only recorded: nobody here decides on it')
    : when(deciders === null, place, 'is missing: say which levels decide on this tier');
}

function standardsOfNobody({ standards = {}, subjects }: Tier, path: Found['path']): Found[] {
  return (['person', 'collective', 'household'] as const).flatMap((kind) =>
    when(
      standards[kind] !== undefined && !subjects.includes(kind),
      [...path, 'standards', kind],
      `the tier is not given to a ${kind}`,
    ),
  );
}

function quotaProblems(rulebook: Rulebook, { share, base, of }: QuotaRule, path: Found['path']): Found[] {
  return [
    ...shareProblems(share, [...path, 'share']),
    ...unknownTier(rulebook, of, [...path, 'of']),
    ...when(
      (base === 'holdersOf') !== (of !== null),
      [...path, 'of'],
      'is the tier of holdersOf, and of no other base',
    ),
  ];
}

function checklistProblems({ papers }: ChecklistRule, path: Found['path']): Found[] {
  const codes = papers.map(({ code }) => code);
  return [
    ...twice(codes, (index) => [...path, 'papers', index, 'code'], 'paper has the code'),
    ...papers.flatMap(({ copies }, index) =>
      when(copies !== null && copies < 1, [...path, 'papers', index, 'copies'], 'must be above 0, or null'),
    ),
  ];
}

function unknownTier({ tiers }: Rulebook, code: string | null, path: Found['path']): Found[] {
  return when(code !== null && !tiers.some((tier) => tier.code === code), path, `there is no tier ${code}`);
}

function cannotBeMet({ fraction: share, comparator }: Threshold): boolean {
  const { numerator } = parseFraction(share);
  const isWhole = compareFractions(parseFraction(share), fraction(1n, 1n)) === 0;
  return numerator < 0n || isAboveWhole(share) || (isWhole && comparator === 'moreThan');
}

function isAboveWhole(share: FractionText): boolean {
  return compareFractions(parseFraction(share), fraction(1n, 1n)) > 0;
}
