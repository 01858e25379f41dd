import type { Rulebook, SubjectKind } from '../rulebook.types';
import { conditionsOf, partsOf, type Placed } from './conditions';
import { parameterProblems } from './parameters';
import { predicateOf } from './predicates';
import type { Rule, Standard } from './standard.types';

/** What is wrong with a standard, and its place in the rulebook's file: a condition's parameters stand beside its `is`. */
export interface StandardProblem {
  readonly path: readonly (string | number)[];
  readonly reason: string;
}

/**
 * Unknown predicates; parameters that are unknown, missing or wrong; tiers that the rulebook does not have; groups that
 * cannot be met; and standards that ask for each other in a circle.
 */
export function standardProblems(rulebook: Rulebook): readonly StandardProblem[] {
  const standards = rulebook.tiers.flatMap(({ code, standards: ofTier = {} }, place) =>
    (Object.entries(ofTier) as [SubjectKind, Standard][]).map(([kind, { rule }]) => ({
      node: `${code}/${kind}`,
      kind,
      rule,
      path: ['tiers', place, 'standards', kind, 'rule'] as const,
    })),
  );
  const common = (rulebook.common ?? []).map(({ rule }, place) => ({ rule, path: ['common', place, 'rule'] as const }));
  const codes = new Set(rulebook.tiers.map(({ code }) => code));
  return [
    ...[...standards, ...common].flatMap(({ rule, path }) => ruleProblems(rule, codes, path)),
    ...standards.flatMap(({ rule, path }) => misplaced(rule, path)),
    ...circles(standards),
  ];
}

type Path = readonly (string | number)[];

function ruleProblems(rule: Rule, codes: ReadonlySet<string>, path: Path): readonly StandardProblem[] {
  return [
    ...groupProblems(rule, path),
    ...conditionsOf(rule, path).flatMap(({ condition, path: place }) => {
      const predicate = predicateOf(condition.is);
      if (!predicate) return [{ path: [...place, 'is'], reason: `there is no predicate ${condition.is}` }];
      return parameterProblems(predicate.parameters, condition.with, (code) => codes.has(code)).map(
        ({ parameter, reason }) => ({ path: [...place, parameter], reason: `${parameter} ${reason}` }),
      );
    }),
  ];
}

function groupProblems(rule: Rule, path: Path): readonly StandardProblem[] {
  if ('condition' in rule) return [];
  const { kind, key, needed, parts } = partsOf(rule);
  const reason =
    parts.length === 0
      ? `${key} must not be empty`
      : kind === 'atLeast' && !(Number.isSafeInteger(needed) && needed >= 1 && needed <= parts.length)
        ? `atLeast must be a whole number from 1 to ${parts.length}`
        : null;
  return [
    ...(reason === null ? [] : [{ path: [...path, kind], reason }]),
    ...parts.flatMap((part, place) => groupProblems(part, [...path, key, place])),
  ];
}

/** What changes how all evidence is read says nothing inside one standard. */
function misplaced(rule: Rule, path: Path): readonly StandardProblem[] {
  return conditionsOf(rule, path)
    .filter(({ condition }) => condition.is === 'restsOnNoAwardFor')
    .map((placed) => ({
      path: [...placed.path, 'is'],
      reason: 'restsOnNoAwardFor may stand among the common rules only',
    }));
}

interface Node {
  readonly node: string;
  readonly kind: SubjectKind;
  readonly rule: Rule;
  readonly path: Path;
}

/** Each circle once, at the condition that closes it. */
function circles(standards: readonly Node[]): readonly StandardProblem[] {
  const byName = new Map(standards.map((each) => [each.node, each]));
  const done = new Set<string>();
  const found: StandardProblem[] = [];
  const visit = (name: string, above: readonly string[]): void => {
    const standard = byName.get(name);
    if (!standard || done.has(name)) return;
    for (const { tier, path } of asked(conditionsOf(standard.rule, standard.path))) {
      const next = `${tier}/${standard.kind}`;
      const chain = [...above, name];
      const from = chain.indexOf(next);
      if (from < 0) visit(next, chain);
      else
        found.push({
          path: [...path, 'tier'],
          reason: `asks for itself: ${[...chain.slice(from), next].map(codeOf).join(' → ')}`,
        });
    }
    done.add(name);
  };
  for (const { node } of standards) visit(node, []);
  return found;
}

function asked(placed: readonly Placed[]): readonly { readonly tier: string; readonly path: Path }[] {
  return placed.flatMap(({ condition, path }) =>
    condition.is === 'meets' && typeof condition.with.tier === 'string' ? [{ tier: condition.with.tier, path }] : [],
  );
}

function codeOf(node: string): string {
  return node.slice(0, node.lastIndexOf('/'));
}
