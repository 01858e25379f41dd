import { decimal, multiplyDong, roundUpTo, type Citation, type Decimal, type Dong, type LocalDate } from '../kernel';
import { tierOf } from './lookup';
import { citationOf } from './procedure';
import type { BaseSalary, Rulebook, SubjectKind, Tier } from './rulebook.types';

const ONE = decimal('1');

/** A prize and what it was worked out from. */
export interface Prize {
  readonly amount: Dong;
  readonly baseSalary: Dong;
  readonly coefficient: Decimal;
  readonly multiplier: Decimal;
  /** The rules it rests on: coefficient, salary, rounding, and those of the multiplier where there is one. */
  readonly citations: readonly Citation[];
}

/** What a prize is asked for. */
export interface PrizeQuestion {
  /** The rulebook in force on the day of the decision. */
  readonly rulebook: Rulebook;
  readonly baseSalaries: readonly BaseSalary[];
  readonly tier: string;
  readonly subjectKind: SubjectKind;
  readonly decidedOn: LocalDate;
  /** Where the text is silent the finance office chooses; default: what the rulebook says. */
  readonly roundBeforeMultiplier?: boolean;
}

/**
 * Prize money: base salary on the day of the decision × coefficient × multiplier of the subject kind, rounded up
 * (Decree 152/2025/NĐ-CP, articles 49.1, 49.2 and 50-55). Undefined where no rule is known: a tier that is unknown
 * or not for this kind, a kind without a multiplier, a day before the first known salary; and where the article names only
 * the most that may be paid.
 */
export function prizeOf(question: PrizeQuestion): Prize | undefined {
  const { rulebook, baseSalaries, tier: code, subjectKind, decidedOn } = question;
  const tier = tierOf(rulebook, code);
  const salary = baseSalaryOn(baseSalaries, decidedOn);
  const multiplier = tier && multiplierOf(rulebook, tier, subjectKind);
  if (!tier?.prize || tier.prize.isCeiling || !multiplier || !salary) return undefined;
  const { multipliers, rounding, roundingOrder } = rulebook;
  const single = multiplyDong(salary.amount, tier.prize.coefficient);
  const roundsFirst = question.roundBeforeMultiplier ?? roundingOrder.roundBeforeMultiplier;
  const product = multiplyDong(roundsFirst ? roundUpTo(single, rounding.upTo) : single, multiplier);
  const isMultiplied = multiplier !== ONE;
  return {
    amount: roundUpTo(product, rounding.upTo),
    baseSalary: salary.amount,
    coefficient: tier.prize.coefficient,
    multiplier,
    citations: [tier.prize, salary, rounding, ...(isMultiplied ? [multipliers, roundingOrder] : [])].map(citationOf),
  };
}

function multiplierOf({ multipliers }: Rulebook, { kind, subjects }: Tier, subjectKind: SubjectKind): Decimal | null {
  if (!subjects.includes(subjectKind)) return null;
  return kind === 'title' || subjectKind === 'person' ? ONE : multipliers[subjectKind];
}

/** The base salary on a day; undefined before the first known one. The table may be in any order. */
function baseSalaryOn(table: readonly BaseSalary[], day: LocalDate): BaseSalary | undefined {
  return table
    .filter(({ from }) => from <= day)
    .reduce<BaseSalary | undefined>((latest, each) => (latest && latest.from > each.from ? latest : each), undefined);
}
