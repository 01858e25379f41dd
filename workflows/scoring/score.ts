import { compareFractions, multiplyFractions, type Decimal, type Fraction } from '../kernel';
import { exactOf, minus, plus, roundedDecimal, ZERO } from './exact';
import { pointsOf, reachesPlan } from './points';
import type { Criterion, Entries, ScoringSheet } from './scoring.types';

/** What the entries of a unit come to. */
export interface Score {
  /** By criterion, groups included, before its own weight. Gates have none. */
  readonly points: ReadonlyMap<string, Fraction>;
  readonly bonus: Fraction;
  readonly penalty: Fraction;
  /** Rounded as the sheet declares; never below 0. */
  readonly total: Decimal;
  readonly failedGates: readonly string[];
  /** A gate that was not passed keeps the unit from being ranked. */
  readonly isBarred: boolean;
}

/** Scores a unit. What was not entered brings no points and passes no gate. */
export function scoreOf(sheet: ScoringSheet, entries: Entries): Score {
  const points = new Map<string, Fraction>();
  // Groups stand before their parts: from the end, all parts are known when their group comes.
  for (const criterion of [...sheet.criteria].reverse()) {
    if (criterion.kind === 'gate') continue;
    const { code, kind } = criterion;
    points.set(code, kind === 'group' ? sumOf(partsOf(sheet, code), points) : pointsOf(criterion, entries.get(code)));
  }
  const scored = sheet.criteria.filter(({ kind, parentCode }) => parentCode === null && isScored(kind));
  const bonus = capped(sumOf(ofKind(sheet, 'bonus'), points), sheet.bonusCap);
  const penalty = capped(sumOf(ofKind(sheet, 'penalty'), points), sheet.penaltyCap);
  const failed = ofKind(sheet, 'gate').filter((gate) => !reachesPlan(gate, entries.get(gate.code)));
  const isZero = failed.some(({ onFail }) => onFail === 'totalZero');
  const net = minus(plus(sumOf(scored, points), bonus), penalty);
  return {
    points,
    bonus,
    penalty,
    total: roundedDecimal(isZero || compareFractions(net, ZERO) < 0 ? ZERO : net, sheet.roundTo),
    failedGates: failed.map(({ code }) => code),
    isBarred: failed.some(({ onFail }) => onFail === 'rankingBarred'),
  };
}

const isScored = (kind: Criterion['kind']): boolean => kind === 'group' || kind === 'score';

function ofKind({ criteria }: ScoringSheet, kind: Criterion['kind']): readonly Criterion[] {
  return criteria.filter((criterion) => criterion.kind === kind);
}

function partsOf({ criteria }: ScoringSheet, code: string): readonly Criterion[] {
  return criteria.filter(({ parentCode }) => parentCode === code);
}

function sumOf(criteria: readonly Criterion[], points: ReadonlyMap<string, Fraction>): Fraction {
  return criteria.reduce(
    (sum, { code, weight }) => plus(sum, multiplyFractions(points.get(code) ?? ZERO, exactOf(weight))),
    ZERO,
  );
}

function capped(points: Fraction, cap: Decimal | null): Fraction {
  return cap !== null && compareFractions(points, exactOf(cap)) > 0 ? exactOf(cap) : points;
}
