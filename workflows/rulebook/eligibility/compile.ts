import type { CommonRule, Rulebook, SubjectKind, Tier } from '../rulebook.types';
import type { ConditionAnswer, EligibilityAnswer, EligibilityQuestion, GroupAnswer, RuleAnswer } from './answer.types';
import { conditionsOf, partsOf } from './conditions';
import { Facts, type Effects } from './facts';
import type { StandardOf } from './predicate';
import { predicateOf } from './predicates';
import { standardProblems } from './standard-problems';
import type { Condition, Rule, Standard } from './standard.types';
import { together, weaker, type Rested } from './three-valued';

/** A rulebook that is ready to answer; throws a RangeError on a tier that it does not have. */
export type Evaluate = (question: EligibilityQuestion) => EligibilityAnswer;

type Ask = (facts: Facts) => RuleAnswer;

/**
 * Makes a rulebook ready to answer many questions: every condition becomes a function whose parameters are read already.
 * Throws a RangeError on standards that `standardProblems` finds fault with.
 */
export function compileEligibility(rulebook: Rulebook): Evaluate {
  const [problem] = standardProblems(rulebook);
  if (problem) throw new RangeError(`${rulebook.id}: ${problem.path.join('.')}: ${problem.reason}`);
  const tiers = new Map(rulebook.tiers.map((tier) => [tier.code, tier]));
  const standards = new Map<string, Standards>();
  const standardOf: StandardOf = (tier, facts) => standards.get(tier)?.[facts.question.subjectKind]?.(facts) ?? null;
  for (const tier of rulebook.tiers) standards.set(tier.code, compileStandards(tier, standardOf));
  const commonFor = commonRules(rulebook.common ?? [], standardOf);
  const { id: rulebookId, regime } = rulebook;
  return (question) => {
    if (!tiers.has(question.tier)) throw new RangeError(`${rulebookId} has no tier ${question.tier}`);
    const { asks, effects } = commonFor(question);
    const facts = new Facts(question, effects, tiers);
    const standard = standardOf(question.tier, facts);
    const common = asks.map((ask) => ask(facts));
    const { finding, status } = overall(standard, common);
    return { tier: question.tier, rulebookId, regime, finding, status, standard, common };
  };
}

const COMPILED = new WeakMap<Rulebook, Evaluate>();

/**
 * Whether a subject may be proposed for a tier under a rulebook. Throws a RangeError on a tier that the rulebook does not
 * have and on standards that `standardProblems` finds fault with.
 */
export function eligibilityOf(rulebook: Rulebook, question: EligibilityQuestion): EligibilityAnswer {
  let evaluate = COMPILED.get(rulebook);
  if (!evaluate) COMPILED.set(rulebook, (evaluate = compileEligibility(rulebook)));
  return evaluate(question);
}

/** Without a standard nothing is proven, but a common rule may still stand against it. */
const NO_STANDARD: Rested = { finding: 'notProven', status: 'unverified' };

function overall(standard: RuleAnswer | null, common: readonly RuleAnswer[]): Rested {
  return together(common.length + 1, [standard ?? NO_STANDARD, ...common]);
}

type Standards = Readonly<Partial<Record<SubjectKind, Ask>>>;

function compileStandards({ standards = {} }: Tier, standardOf: StandardOf): Standards {
  const compiled: Partial<Record<SubjectKind, Ask>> = {};
  for (const [kind, { rule }] of Object.entries(standards) as [SubjectKind, Standard][]) {
    compiled[kind] = compileRule(rule, standardOf);
  }
  return compiled;
}

function compileRule(rule: Rule, standardOf: StandardOf): Ask {
  if ('condition' in rule) return compileCondition(rule.condition, standardOf);
  const { kind, needed, parts } = partsOf(rule);
  const asks = parts.map((part) => compileRule(part, standardOf));
  return (facts): GroupAnswer => {
    const answers: RuleAnswer[] = [];
    for (const ask of asks) answers.push(ask(facts));
    const { finding, status } = together(needed, answers);
    return { kind, needed, finding, status, parts: answers };
  };
}

function compileCondition({ is, with: given, citation, status }: Condition, standardOf: StandardOf): Ask {
  const predicate = predicateOf(is);
  if (!predicate) throw new RangeError(`There is no predicate ${is}`);
  const judge = predicate.judge(given, standardOf);
  return (facts): ConditionAnswer => {
    const { finding, used, missing, within } = judge(facts);
    if (!within) return { kind: 'condition', is, with: given, finding, used, missing, citation, status };
    const weakest = weaker(status, within.status);
    return { kind: 'condition', is, with: given, finding, used, missing, citation, status: weakest, within };
  };
}

interface CommonFor {
  readonly asks: readonly Ask[];
  readonly effects: Effects;
}

/** The common rules for a kind of subject and commendation; found once for each pair that is asked about. */
function commonRules(
  rules: readonly CommonRule[],
  standardOf: StandardOf,
): (question: EligibilityQuestion) => CommonFor {
  const compiled = rules.map((rule) => ({ rule, ask: compileRule(rule.rule, standardOf) }));
  const known: Readonly<Record<SubjectKind, Map<string, CommonFor>>> = {
    person: new Map(),
    collective: new Map(),
    household: new Map(),
  };
  return ({ subjectKind, commendation }) => {
    let found = known[subjectKind].get(commendation);
    if (!found) {
      const applying = compiled.filter(
        ({ rule: { subjects, commendations } }) =>
          (subjects.length === 0 || subjects.includes(subjectKind)) &&
          (commendations.length === 0 || commendations.includes(commendation)),
      );
      found = { asks: applying.map(({ ask }) => ask), effects: effectsOf(applying.map(({ rule }) => rule)) };
      known[subjectKind].set(commendation, found);
    }
    return found;
  };
}

function effectsOf(rules: readonly CommonRule[]): Effects {
  const conditions = rules.flatMap(({ rule }) => conditionsOf(rule)).map(({ condition }) => condition);
  return {
    setAside: conditions.flatMap(({ is, with: { commendations } }) =>
      is === 'restsOnNoAwardFor' && Array.isArray(commendations) ? (commendations as readonly string[]) : [],
    ),
    restartsAfterDiscipline: conditions.some(({ is }) => is === 'afterDiscipline'),
  };
}
