import type { LocalDate } from '../../../workflows/kernel';
import {
  PREDICATES,
  type ConditionAnswer,
  type EligibilityAnswer,
  type Finding,
  type RuleAnswer,
} from '../../../workflows/rulebook';

/** The days in which conduct matters. */
interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/**
 * The answer for somebody who may not see discipline and what is pending, found without that evidence: a bar that is met
 * because nothing is known of it is not proven to them. Neither a bar nor its absence can be told from what they get.
 */
export function withheld(answer: EligibilityAnswer, period: Period): EligibilityAnswer {
  const standard = answer.standard && withheldIn(answer.standard, period);
  const common = answer.common.map((rule) => withheldIn(rule, period));
  const findings: readonly Finding[] = [standard?.finding ?? 'notProven', ...common.map(({ finding }) => finding)];
  return { ...answer, finding: together(findings, findings.length), standard, common };
}

function withheldIn(answer: RuleAnswer, period: Period): RuleAnswer {
  if (answer.kind === 'condition') return withheldCondition(answer, period);
  const parts = answer.parts.map((part) => withheldIn(part, period));
  const findings = parts.map(({ finding }) => finding);
  return { ...answer, parts, finding: together(findings, answer.needed) };
}

function withheldCondition(answer: ConditionAnswer, period: Period): ConditionAnswer {
  if (answer.within) {
    const within = withheldIn(answer.within, period);
    return answer.finding === 'met' ? { ...answer, within, finding: within.finding } : { ...answer, within };
  }
  if (answer.finding !== 'met' || !restsOnConduct(answer.is)) return answer;
  return {
    ...answer,
    finding: 'notProven',
    missing: [...answer.missing, { what: 'discipline', about: { ...period } }],
  };
}

function restsOnConduct(is: string): boolean {
  const polarity = Object.hasOwn(PREDICATES, is) ? PREDICATES[is]?.polarity : undefined;
  return polarity?.discipline === 'adverse' || polarity?.freeze === 'adverse';
}

/** So many of these must be met: what is not proven may still become so. */
function together(findings: readonly Finding[], needed: number): Finding {
  const count = (finding: Finding): number => findings.filter((each) => each === finding).length;
  if (count('met') >= needed) return 'met';
  return findings.length - count('notMet') < needed ? 'notMet' : 'notProven';
}
