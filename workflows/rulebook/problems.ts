import {
  compareDecimals,
  compareFractions,
  decimal,
  fraction,
  parseFraction,
  type Decimal,
  type Threshold,
} from '../kernel';
import type { BaseSalary, Rulebook, Tier } from './rulebook.types';

/** What is wrong with rules that have the right shape. */
export interface RuleProblem {
  /** Position of the rulebook or the salary in the list that was judged. */
  readonly index: number;
  /** Place inside it, keys and positions from the outermost. */
  readonly path: readonly (string | number)[];
  readonly reason: string;
}

type Found = Omit<RuleProblem, 'index'>;

/** Everything that contradicts itself in a set of rulebooks: each alone, and their dates and ids together. */
export function rulebookProblems(rulebooks: readonly Rulebook[]): readonly RuleProblem[] {
  return rulebooks.flatMap((rulebook, index) => {
    const earlier = rulebooks.slice(0, index);
    const found = [
      ...datesOf(rulebook, earlier),
      ...thresholds(rulebook.council, ['council']),
      ...(['collective', 'household'] as const).flatMap((kind) =>
        when(isNotPositive(rulebook.multipliers[kind]), ['multipliers', kind], 'must be above 0'),
      ),
      ...when(rulebook.rounding.upTo < 1, ['rounding', 'upTo'], 'must be above 0'),
      ...rulebook.tiers.flatMap((tier, place) => tierProblems(tier, rulebook.tiers.slice(0, place), ['tiers', place])),
    ];
    return found.map((problem) => ({ index, ...problem }));
  });
}

/** Every day on which two base salaries begin. */
export function baseSalaryProblems(table: readonly BaseSalary[]): readonly RuleProblem[] {
  return table.flatMap(({ from }, index) =>
    table.findIndex((each) => each.from === from) < index
      ? [{ index, path: ['from'], reason: `another base salary begins on ${from}` }]
      : [],
  );
}

function datesOf({ id, effectiveFrom, effectiveTo }: Rulebook, earlier: readonly Rulebook[]): Found[] {
  const overlaps = earlier.filter(
    (other) =>
      (other.effectiveTo === null || effectiveFrom <= other.effectiveTo) &&
      (effectiveTo === null || other.effectiveFrom <= effectiveTo),
  );
  return [
    ...when(
      earlier.some((other) => other.id === id),
      ['id'],
      `another rulebook is called ${id}`,
    ),
    ...when(
      effectiveTo !== null && effectiveTo < effectiveFrom,
      ['effectiveTo'],
      `ends before it begins on ${effectiveFrom}`,
    ),
    ...overlaps.map((other) => ({
      path: ['effectiveFrom'],
      reason: `its dates overlap ${other.id} (${other.effectiveFrom} to ${other.effectiveTo ?? 'open'})`,
    })),
  ];
}

function tierProblems(tier: Tier, others: readonly Tier[], path: Found['path']): Found[] {
  const { code, family, deciders } = tier;
  const isParty = family === 'party';
  return [
    ...when(
      others.some((other) => other.code === code),
      [...path, 'code'],
      `another tier has the code ${code}`,
    ),
    ...when(
      isParty && deciders !== null,
      [...path, 'deciders'],
      'a Party tier is only recorded: nobody here decides on it',
    ),
    ...when(!isParty && deciders === null, [...path, 'deciders'], 'is missing: say which levels decide on this tier'),
    ...when(isNotPositive(tier.prize?.coefficient), [...path, 'prize', 'coefficient'], 'must be above 0'),
    ...thresholds(tier, path),
  ];
}

function when(isWrong: boolean, path: Found['path'], reason: string): Found[] {
  return isWrong ? [{ path, reason }] : [];
}

function thresholds(rows: Pick<Tier, 'vote' | 'quorum'>, path: Found['path']): Found[] {
  return (['vote', 'quorum'] as const).flatMap((key) => {
    const row = rows[key];
    const place = [...path, key, 'threshold'];
    return row && cannotBeMet(row.threshold)
      ? [
          {
            path: place,
            reason: `${row.threshold.comparator} ${row.threshold.fraction} is no share that can be reached`,
          },
        ]
      : [];
  });
}

function cannotBeMet({ fraction: text, comparator }: Threshold): boolean {
  const share = parseFraction(text);
  const toWhole = compareFractions(share, fraction(1n, 1n));
  return share.numerator < 0n || toWhole > 0 || (toWhole === 0 && comparator === 'moreThan');
}

function isNotPositive(value: Decimal | null | undefined): boolean {
  return typeof value === 'string' && compareDecimals(value, decimal('0')) <= 0;
}
