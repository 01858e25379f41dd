import { twice, when, type Found } from './found';
import { prerequisiteProblems } from './prerequisites';
import type { BaseSalary, Rulebook, TermRule } from './rulebook.types';
import { isNotPositive, shareProblems, tierProblems, votingProblems } from './tier-problems';

/** What is wrong with rules that have the right shape. */
export interface RuleProblem extends Found {
  /** Position of the rulebook or the salary in the list that was judged. */
  readonly index: number;
}

/**
 * Everything that contradicts itself in a set of rulebooks: each alone, and their dates and ids together. What is wrong in
 * standards is found by `standardProblems`.
 */
export function rulebookProblems(rulebooks: readonly Rulebook[]): readonly RuleProblem[] {
  return rulebooks.flatMap((rulebook, index) => {
    const found = [
      ...datesOf(rulebook, rulebooks.slice(0, index)),
      ...votingProblems(rulebook.council, ['council']),
      ...moneyProblems(rulebook),
      ...commonProblems(rulebook),
      ...prerequisiteProblems(rulebook),
      ...rulebook.tiers.flatMap((tier, place) => [
        ...tierProblems(rulebook, place),
        ...termProblems(tier.terms, ['tiers', place, 'terms']),
      ]),
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

function moneyProblems({ multipliers, rounding }: Rulebook): Found[] {
  return [
    ...(['collective', 'household'] as const).flatMap((kind) =>
      when(isNotPositive(multipliers[kind]), ['multipliers', kind], 'must be above 0'),
    ),
    ...when(rounding.upTo < 1, ['rounding', 'upTo'], 'must be above 0'),
  ];
}

function commonProblems({ common = [], procedures = [], ratingQuotas = [], ties = null, terms }: Rulebook): Found[] {
  const names = common.map(({ name }) => name);
  const codes = procedures.map(({ code }) => code);
  return [
    ...twice(names, (place) => ['common', place, 'name'], 'rule is called'),
    ...twice(codes, (place) => ['procedures', place, 'code'], 'procedure has the code'),
    ...ratingQuotas.flatMap(({ share }, place) => shareProblems(share, ['ratingQuotas', place, 'share'])),
    ...(ties ? shareProblems(ties.collectiveShare, ['ties', 'collectiveShare']) : []),
    ...termProblems(terms, ['terms']),
  ];
}

function termProblems(terms: readonly TermRule[] | undefined, path: Found['path']): Found[] {
  return (terms ?? []).flatMap(({ days }, place) => when(days < 1, [...path, place, 'days'], 'must be above 0'));
}
